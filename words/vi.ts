/**
 * Every sentence that a visitor, an officer or an organizer reads, in Vietnamese: one export a part of the
 * product, so that a page or script bundles only the parts it imports. Another language is another file of
 * the same shape.
 */

/** The name of the product and what every page carries. */
export const site = {
  name: 'Điểm Tựa',
  tagline: 'Nơi tựa vào khi muốn cai nghiện ma túy tự nguyện',
} as const;

/** The links of the header. */
export const nav = {
  label: 'Các mục chính',
  skip: 'Đến thẳng nội dung',
  home: 'Điểm Tựa, về trang đầu',
  places: 'Tìm nơi giúp',
  request: 'Gửi yêu cầu kín đáo',
  followUp: 'Xem trả lời',
  guides: 'Hướng dẫn',
} as const;

/** What stands at the foot of every page. */
export const footer = {
  title: 'Cần người giúp ngay',
  emergencyNumber: '115',
  emergency: 'Cấp cứu: quá liều, khó thở, gọi không tỉnh, co giật.',
  childNumber: '111',
  child: 'Dưới 18 tuổi, hoặc lo cho một em dưới 18 tuổi. Miễn phí, cả ngày đêm.',
  notPolice:
    'Đây không phải trang của công an. Gửi câu hỏi ở đây không phải là đăng ký cai nghiện theo luật.',
  campaigns: 'Tháng hành động',
} as const;

/** Leaving at once. The address shows the weather: nothing that needs explaining to whoever looks. */
export const quickExit = {
  label: 'Thoát nhanh',
  url: 'https://www.google.com/search?q=th%E1%BB%9Di+ti%E1%BA%BFt',
  note: 'Không xóa được lịch sử trình duyệt.',
  noteLink: 'Cách xóa',
} as const;

/** What the form components say by themselves. */
export const form = {
  summaryTitle: 'Có chỗ cần sửa',
  errorPrefix: 'Cần sửa:',
  optional: '(không bắt buộc)',
} as const;

/** Where a page's statements come from. */
export const sourceLine = {
  title: 'Nguồn của trang này',
  checkedOn: 'Đã đối chiếu ngày',
  confidence: (level: string) => `độ tin: ${level}`,
} as const;

/** What leaving at once does and does not do, at /huong-dan/thoat-nhanh/. */
export const quickExitPage = {
  title: 'Thoát nhanh làm được gì, và không làm được gì',
  description: 'Cách rời trang ngay, những dấu vết còn lại trên máy và cách tự xóa.',
  lead: 'Nếu có người đến gần, bạn rời trang này ngay được. Nhưng máy của bạn vẫn có thể nhớ là bạn đã vào.',
  doesTitle: 'Thoát nhanh làm gì?',
  does: [
    'Bấm nút “Thoát nhanh” ở đầu trang, hoặc nhấn phím Shift ba lần liền nhau trong hai giây.',
    'Trang trống đi ngay, rồi trang tìm thời tiết của Google mở ra thay vào chỗ đó.',
    'Bấm “Quay lại” một lần thì không về trang bạn vừa xem.',
    'Trình duyệt tắt JavaScript thì nút vẫn mở trang thời tiết, nhưng “Quay lại” sẽ về đúng trang bạn vừa xem. Hãy đóng luôn thẻ đó.',
  ],
  doesNotTitle: 'Thoát nhanh không xóa được gì?',
  doesNot: [
    'Lịch sử trình duyệt, và các trang khác của Điểm Tựa mà bạn đã mở trước đó.',
    'Gợi ý địa chỉ khi gõ, ảnh chụp màn hình, tệp đã tải, số đã gọi.',
    'Những gì nhà mạng, chủ mạng Wi-Fi, phần mềm theo dõi trên máy hay ứng dụng mà bạn mở liên kết từ đó ghi lại.',
    'Yêu cầu bạn đã gửi. Muốn xóa yêu cầu, hãy dùng mã của bạn ở trang “Xem trả lời”.',
  ],
  clearTitle: 'Tự xóa lịch sử thế nào?',
  clear: [
    'Mở mục Lịch sử của trình duyệt: thường nằm trong nút ba chấm, ba gạch hoặc hình quyển sách. Trên máy tính Windows nhấn Ctrl+H.',
    'Tìm “Điểm Tựa”, xóa từng dòng đó. Xóa tất cả có thể làm người dùng chung máy để ý.',
    'Lần sau, mở cửa sổ ẩn danh (còn gọi là riêng tư) trước khi vào. Cửa sổ ẩn danh không giữ lịch sử trên máy, nhưng nhà mạng vẫn thấy.',
    'Nếu sợ máy bị người khác theo dõi, hãy dùng máy khác.',
  ],
} as const;

/** The first page. */
export const home = {
  title: 'Nơi tựa vào khi muốn cai nghiện ma túy tự nguyện',
  description:
    'Tìm nơi giúp gần bạn, hỏi kín đáo không cần nói tên, đọc cho rõ cách đăng ký cai nghiện tự nguyện theo luật mới.',
  heading: 'Muốn cai, hay lo cho người thân?',
  doors: [
    {
      href: '/danh-ba/',
      title: 'Tìm nơi giúp gần bạn',
      text: 'Cơ sở cai nghiện, điểm tư vấn, nơi điều trị methadone.',
    },
    {
      href: '/yeu-cau/',
      title: 'Hỏi kín đáo',
      text: 'Gửi câu hỏi tới nơi bạn chọn. Không cần nói tên.',
    },
    {
      href: '/huong-dan/dang-ky-cai-nghien-tu-nguyen/',
      title: 'Đọc cho rõ',
      text: 'Đăng ký cai tự nguyện: ở đâu, thế nào, bao lâu.',
    },
  ],
  dangerTitle: 'Có người đang nguy hiểm?',
  emergency: 'Khó thở, gọi không tỉnh, co giật, nghi quá liều: gọi cấp cứu ngay. Không chắc thì cứ gọi.',
  child: 'Bạn dưới 18 tuổi, hoặc lo cho một em dưới 18 tuổi: tổng đài bảo vệ trẻ em, miễn phí, cả ngày đêm.',
  clockTitle: 'Đã được báo kết quả là nghiện? Bạn có 24 giờ.',
  clock:
    'Luật cho 24 giờ để đăng ký với Công an cấp xã: đến tận nơi, trên Cổng Dịch vụ công quốc gia hoặc VNeID.',
  clockLink: 'Xem cách đăng ký',
  notRegistration:
    'Hỏi ở đây không phải là đăng ký theo luật: không tính thời hạn, không lập hồ sơ. Đăng ký thật là với Công an cấp xã, và không ẩn danh.',
  honestTitle: 'Điều cần biết trước khi hỏi',
  lawTitle: 'Luật đang áp dụng',
  law: 'Luật Phòng, chống ma túy số 120/2025/QH15 và Nghị định 163/2026/NĐ-CP, từ ngày 1/7/2026. Nhiều trang trên mạng còn chép luật cũ.',
} as const;

/** Guides: the list and what surrounds each text. */
export const guide = {
  listTitle: 'Hướng dẫn',
  listDescription: 'Các bài hướng dẫn về cai nghiện ma túy tự nguyện, có nguồn và ngày đối chiếu.',
  listLead: 'Mỗi bài ghi rõ nguồn, điều luật và ngày chúng tôi đối chiếu.',
  audience: {
    'bản thân': 'Cho bạn',
    'gia đình': 'Cho gia đình',
    'sau cai': 'Sau khi cai',
    'khẩn cấp': 'Khẩn cấp',
  },
  contents: (count: number) => `Trong bài này: ${count} mục`,
  writtenBy: (role: string) => `Người viết: ${role}.`,
  reviewedBy: (role: string) => `Người đọc duyệt: ${role}.`,
  notReviewed: 'Chưa có luật sư hay người có chuyên môn đọc duyệt bài này.',
  checked: 'Đối chiếu với nguồn ngày',
  print: 'Bài này in ra được: phần đầu trang và các nút sẽ không in.',
} as const;

/** Campaigns: the list, the slot on the first page, and what surrounds each text. */
export const campaign = {
  listTitle: 'Tháng hành động phòng, chống ma túy',
  listDescription: 'Chủ đề và kết quả của Tháng hành động phòng, chống ma túy từng năm, có nguồn.',
  listLead:
    'Tháng 6 hằng năm là Tháng hành động phòng, chống ma túy; 26/6 là ngày toàn dân phòng, chống ma túy.',
  title: (year: number) => `Tháng hành động phòng, chống ma túy năm ${year}`,
  theme: 'Chủ đề',
  period: 'Thời gian',
  dispatch: 'Công văn',
  dispatchDay: 'ngày',
  unknownTheme: 'Chưa tìm thấy nguồn đọc được, nên để trống.',
  slot: (year: number) =>
    `Năm ${year}: chúng tôi chưa tìm thấy nguồn đọc được cho chủ đề, nên không ghi chủ đề nào.`,
  slotTheme: (year: number, theme: string) => `Năm ${year}: “${theme}”.`,
  lookBack: (year: number) => `Xem lại năm ${year}`,
} as const;

/** Pages for what went wrong: what happened, then what to do. Keyed by HTTP status. */
export const errorPages = {
  description: 'Trang báo lỗi.',
  doorsTitle: 'Đi tiếp từ đây',
  doors: [
    { href: '/', text: 'Về trang đầu' },
    { href: '/danh-ba/', text: 'Tìm nơi giúp' },
    { href: '/yeu-cau/', text: 'Gửi yêu cầu kín đáo' },
    { href: '/huong-dan/', text: 'Đọc hướng dẫn' },
  ],
  searchLabel: 'Tìm nơi giúp theo tên hoặc nơi ở',
  searchButton: 'Tìm',
  byStatus: {
    '400': {
      title: 'Nội dung gửi lên không đọc được',
      what: 'Máy chủ nhận được dữ liệu bị hỏng trên đường, nên chưa làm gì cả.',
      next: 'Hãy quay lại, tải lại trang rồi gửi lại.',
    },
    '401': {
      title: 'Cần đăng nhập lại',
      what: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Trang này chỉ dành cho cán bộ tiếp nhận.',
      next: 'Nếu bạn là cán bộ, hãy đăng nhập lại. Nếu không, hãy chọn một lối đi bên dưới.',
    },
    '403': {
      title: 'Yêu cầu này bị từ chối',
      what: 'Biểu mẫu không được gửi từ chính trang của chúng tôi. Chúng tôi từ chối để không ai gửi thay bạn.',
      next: 'Hãy tự mở lại trang Điểm Tựa rồi gửi từ đó. Nếu bạn đang ở trong Zalo hay Facebook, hãy mở bằng trình duyệt.',
    },
    '404': {
      title: 'Không có trang này',
      what: 'Địa chỉ có thể bị gõ nhầm, hoặc trang đã dời đi nơi khác.',
      next: 'Bạn không làm gì sai. Hãy tìm nơi giúp, hoặc chọn một lối đi bên dưới.',
    },
    '405': {
      title: 'Không mở trang theo cách này được',
      what: 'Trang này không nhận kiểu gửi vừa dùng, nên chưa làm gì cả.',
      next: 'Hãy mở lại trang từ đầu rồi thử lại.',
    },
    '409': {
      title: 'Có điều vừa thay đổi trong lúc bạn gửi',
      what: 'Nơi bạn chọn vừa đổi khóa hoặc vừa ngừng nhận.',
      next: 'Hãy quay lại và gửi lần nữa, hoặc chọn nơi khác.',
    },
    '410': {
      title: 'Liên kết này không dùng được nữa',
      what: 'Liên kết đã dùng, đã hết hạn hoặc đã bị thu hồi.',
      next: 'Hãy xin quản trị viên một liên kết mới.',
    },
    '413': {
      title: 'Nội dung quá dài',
      what: 'Phần vừa gửi lớn hơn mức chúng tôi nhận, nên chưa có gì được lưu.',
      next: 'Hãy mở lại biểu mẫu và viết ngắn hơn; để giữ kín, chữ đã gõ có thể không còn. Có mã rồi, bạn viết tiếp được.',
    },
    '415': {
      title: 'Kiểu nội dung này không dùng được',
      what: 'Trang chỉ nhận chữ gõ trong biểu mẫu của chính nó, nên chưa có gì được lưu.',
      next: 'Hãy mở lại biểu mẫu rồi gửi từ đó.',
    },
    '422': {
      title: 'Một số chỗ chưa đúng',
      what: 'Có ô còn trống hoặc chưa đúng, nên chưa có gì được lưu.',
      next: 'Hãy mở lại biểu mẫu và điền lại; để giữ kín, chữ đã gõ có thể không còn.',
    },
    '500': {
      title: 'Trang đang gặp lỗi',
      what: 'Lỗi ở phía chúng tôi, không phải ở bạn. Có thể việc vừa rồi chưa được lưu.',
      next: 'Hãy thử lại sau ít phút. Nếu bạn đã có mã, mở “Xem trả lời” để biết yêu cầu đã đến chưa.',
    },
    '503': {
      title: 'Tạm thời chưa lưu được',
      what: 'Nơi lưu trữ đang bận hoặc đang được bảo trì. Việc vừa rồi chưa được lưu.',
      next: 'Hãy thử lại sau một phút. Nếu gấp, hãy gọi một trong hai số ở cuối trang.',
    },
  },
} as const;

/** What the API answers when something goes wrong: what happened, then what to do. */
export const apiErrors = {
  bad_json: 'Dữ liệu gửi lên không đọc được. Hãy tải lại trang rồi thử lại.',
  unauthenticated: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Hãy đăng nhập lại.',
  passkey_refused: 'Không xác nhận được khóa truy cập (passkey). Hãy thử lại với thiết bị đã đăng ký.',
  foreign_origin:
    'Yêu cầu này không gửi từ trang của chúng tôi nên đã bị từ chối. Hãy mở lại trang và gửi từ đó.',
  not_found: 'Không tìm thấy. Hãy kiểm tra lại mã, hoặc nội dung này đã được xóa.',
  no_such_route: 'Địa chỉ này không có. Hãy kiểm tra lại đường dẫn.',
  method_not_allowed: 'Cách gọi này không dùng được ở địa chỉ này.',
  desk_closed: 'Đầu mối này hiện không nhận yêu cầu. Hãy chọn đầu mối khác hoặc tìm nơi giúp trong danh bạ.',
  desk_key_changed: 'Đầu mối vừa đổi khóa. Hãy bấm gửi lại, nội dung của bạn vẫn còn.',
  rp_id_changed:
    'Tên miền của trang đã đổi so với khi các cán bộ đăng ký khóa truy cập. Quản trị viên cần đặt lại RP_ID như cũ.',
  invite_gone: 'Liên kết này đã dùng, đã hết hạn hoặc đã bị thu hồi. Hãy xin quản trị viên một liên kết mới.',
  too_large: 'Nội dung gửi lên quá lớn. Hãy viết ngắn lại rồi gửi lại.',
  unsupported_type: 'Kiểu dữ liệu gửi lên không dùng được ở đây.',
  invalid: 'Một số chỗ chưa đúng. Hãy xem lại các ô được nêu.',
  internal: 'Hệ thống gặp lỗi. Chưa có gì được ghi lại một nửa. Hãy thử lại sau ít phút.',
  storage_unavailable:
    'Chưa lưu được lúc này. Nội dung của bạn vẫn còn trên trang: hãy thử lại sau một phút.',
} as const;

/** The desk that `npm start` makes: plainly fictional. */
export const demoDesk = {
  description: {
    name: 'Đầu mối thử nghiệm (hư cấu)',
    operator: 'Bản chạy thử trên máy này, không phải một cơ quan thật',
    duty: 'Chỉ để thử: người đọc là người đang chạy bản thử này. Đừng viết chuyện thật vào đây.',
    hours: 'Khi có người mở bản thử',
  },
  officer: 'Cán bộ thử nghiệm',
} as const;
