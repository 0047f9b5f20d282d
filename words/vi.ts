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
  change: 'Sửa',
  unanswered: 'Không trả lời',
} as const;

/** Where a page's statements come from. */
export const sourceLine = {
  title: 'Nguồn của trang này',
  checkedOn: 'Đã đối chiếu ngày',
  /** What to know about the copy that was read, and how sure the editors are of it. */
  about: (note: string | undefined, confidence: string | undefined) =>
    [note && `Lưu ý: ${note}.`, confidence && `Độ tin cậy: ${confidence}.`].filter(Boolean).join(' '),
} as const;

/** What leaving at once does and does not do, at /huong-dan/thoat-nhanh/. */
export const quickExitPage = {
  title: 'Thoát nhanh làm được gì, và không làm được gì',
  description: 'Cách rời trang ngay, những dấu vết còn lại trên máy và cách tự xóa.',
  lead: 'Nếu có người đến gần, bạn rời trang này ngay được. Nhưng máy của bạn vẫn có thể nhớ là bạn đã vào.',
  doesTitle: 'Thoát nhanh làm gì?',
  does: [
    'Bấm nút “Thoát nhanh” ở đầu trang, hoặc nhấn phím Shift ba lần liền nhau trong hai giây.',
    'Trang trắng đi ngay, rồi trang tìm thời tiết của Google mở ra thay vào chỗ đó.',
    'Bấm “Quay lại” một lần thì không về trang bạn vừa xem.',
    'Trình duyệt tắt JavaScript thì nút vẫn mở trang thời tiết, nhưng “Quay lại” sẽ về đúng trang bạn vừa xem. Hãy đóng luôn trang đó.',
  ],
  doesNotTitle: 'Thoát nhanh không xóa được gì?',
  doesNot: [
    'Lịch sử trình duyệt, và các trang khác của Điểm Tựa mà bạn đã mở trước đó.',
    'Gợi ý địa chỉ khi gõ, ảnh chụp màn hình, tệp đã tải, số đã gọi.',
    'Những gì đã bị ghi lại bởi nhà mạng, chủ mạng Wi-Fi, phần mềm theo dõi trên máy, hay ứng dụng nơi bạn bấm vào liên kết.',
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
    'Hỏi ở đây không phải là đăng ký theo luật: không lập hồ sơ, cũng không làm thời hạn 24 giờ dừng lại. Đăng ký thật thì làm với Công an cấp xã, và không ẩn danh.',
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
      what: 'Bạn chưa đăng nhập, hoặc đã đăng nhập quá lâu. Trang này chỉ dành cho cán bộ tiếp nhận.',
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
      next: 'Hãy mở lại biểu mẫu và viết ngắn hơn; để giữ kín, chữ đã gõ có thể không còn. Gửi xong, bạn viết thêm được bằng mã của mình.',
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
  unauthenticated: 'Bạn chưa đăng nhập, hoặc đã đăng nhập quá lâu. Hãy đăng nhập lại.',
  passkey_refused: 'Không xác nhận được khóa truy cập (passkey). Hãy thử lại với thiết bị đã đăng ký.',
  foreign_origin:
    'Yêu cầu này không gửi từ trang của chúng tôi nên đã bị từ chối. Hãy mở lại trang và gửi từ đó.',
  not_found: 'Không tìm thấy. Hãy kiểm tra lại mã, hoặc nội dung này đã được xóa.',
  no_such_route: 'Địa chỉ này không có. Hãy kiểm tra lại đường dẫn.',
  method_not_allowed: 'Cách gọi này không dùng được ở địa chỉ này.',
  desk_closed: 'Đầu mối này hiện không nhận yêu cầu. Hãy chọn đầu mối khác hoặc tìm nơi giúp trong danh bạ.',
  desk_key_changed: 'Đầu mối vừa đổi khóa. Hãy bấm gửi lại, nội dung của bạn vẫn còn.',
  request_altered:
    'Yêu cầu này đã bị thay đổi trong cơ sở dữ liệu, nên chúng tôi không gửi thêm lời nào để tránh đến nhầm nơi. Hãy gửi một yêu cầu mới.',
  rp_id_changed:
    'Tên miền của trang đã đổi so với khi các cán bộ đăng ký khóa truy cập. Quản trị viên cần đặt lại RP_ID như cũ.',
  invite_gone: 'Liên kết này đã dùng, đã hết hạn hoặc đã bị thu hồi. Hãy xin quản trị viên một liên kết mới.',
  request_withdrawn:
    'Yêu cầu này đã được rút và xóa, nên không gửi lại nữa. Muốn gửi yêu cầu mới, hãy mở lại trang “Gửi yêu cầu kín đáo”.',
  too_large: 'Nội dung gửi lên quá lớn. Hãy viết ngắn lại rồi gửi lại.',
  unsupported_type:
    'Kiểu dữ liệu gửi lên không dùng được ở đây. Hãy mở lại trang và gửi từ biểu mẫu trên trang.',
  invalid: 'Một số chỗ chưa đúng. Hãy xem lại các ô được nêu.',
  internal: 'Lỗi ở phía chúng tôi, có thể việc vừa rồi chưa được lưu. Hãy thử lại sau ít phút.',
  storage_unavailable:
    'Nơi lưu trữ đang bận nên chưa làm xong được. Điều bạn gõ vẫn còn trên trang: hãy thử lại sau một phút.',
} as const;

/** Times kept to the hour. */
export const times = {
  hour: (at: { day: string; month: string; year: string; hour: string }) =>
    `${at.hour} giờ ngày ${at.day}/${at.month}/${at.year}`,
} as const;

/** Who runs a desk. */
export const operatorKinds = {
  health: 'Y tế',
  civil: 'Hội, đoàn thể',
  commune: 'Ủy ban nhân dân xã, phường, đặc khu',
  private: 'Tư nhân',
  police: 'Công an',
} as const;

/** The page that takes a request. */
export const request = {
  title: 'Gửi yêu cầu kín đáo',
  description:
    'Hỏi hoặc xin giúp về cai nghiện tự nguyện mà không cần nói tên. Chỉ đầu mối bạn chọn đọc được.',
  truthsTitle: 'Trước khi bạn viết',
  truths: [
    {
      title: 'Ai đọc được?',
      text: 'Chỉ đầu mối bạn chọn, và bạn khi có mã. Lời bạn viết được niêm phong trước khi lưu; ai chỉ cầm cơ sở dữ liệu thì không mở được. Nếu trình duyệt tắt JavaScript, máy chủ thấy chữ của bạn trong lúc niêm phong. Ai sửa được chương trình của trang thì đọc được những yêu cầu gửi sau đó.',
    },
    {
      title: 'Đây có phải là đăng ký cai nghiện không?',
      text: 'Không. Đăng ký theo luật thì làm với Công an cấp xã: đến tận nơi, trên Cổng Dịch vụ công quốc gia hoặc trong VNeID, và không ẩn danh. Hỏi ở đây không lập hồ sơ và không làm thời hạn nào bắt đầu chạy.',
    },
    {
      title: 'Điều gì vẫn còn thấy được?',
      text: 'Trang này không lưu địa chỉ mạng và không đặt cookie cho bạn. Nhưng chiếc máy này, nhà mạng và Cloudflare (nơi đặt trang) vẫn có thể giữ dấu vết là đã mở trang. Người vận hành thấy có một yêu cầu, gửi đến đầu mối nào, lúc nào, dài cỡ nào.',
    },
    {
      title: 'Máy dùng chung?',
      text: 'Xong thì đóng trang và xóa lịch sử trình duyệt. Nút “Thoát nhanh” luôn ở trên cùng.',
    },
  ],
  dangerTitle: 'Đang nguy hiểm?',
  danger:
    'Khó thở, gọi không tỉnh, co giật, đau ngực: gọi 115 ngay. Dưới 18 tuổi có thể gọi 111, miễn phí, cả ngày đêm.',
  closedTitle: 'Lúc này chưa có đầu mối nào nhận yêu cầu',
  closed:
    'Chúng tôi không muốn bạn viết rồi không ai đọc. Bạn có thể tìm nơi giúp trong danh bạ; cấp cứu gọi 115, dưới 18 tuổi gọi 111.',
  toDirectory: 'Tìm nơi giúp',
  clock: {
    legend: 'Bạn đã được thông báo kết quả xác định tình trạng nghiện chưa?',
    hint: 'Hỏi điều này trước vì luật đặt một thời hạn ngắn cho người đã được thông báo.',
    options: { no: 'Chưa', yes: 'Rồi', unsure: 'Tôi không chắc' },
    next: 'Tiếp tục',
    missing: 'Hãy chọn một câu trả lời để đi tiếp.',
  },
  stop: {
    title: 'Có một thời hạn 24 giờ',
    lead: 'Câu hỏi gửi ở đây không dừng được thời hạn đó.',
    rule: 'Người đã được thông báo là nghiện ma túy có 24 giờ để đăng ký cai nghiện tự nguyện với Công an cấp xã nơi cư trú; luật cho đăng ký điều trị thay thế thay cho cai. Không đăng ký thì có thể bị đưa đi cai nghiện bắt buộc.',
    sources:
      'Nghị định 163/2026/NĐ-CP, Điều 89 khoản 1; Luật 120/2025/QH15, Điều 31 khoản 6 và Điều 35 khoản 1. Đối chiếu ngày 21/11/2026.',
    howTitle: 'Đăng ký bằng một trong ba cách',
    how: [
      'Đến tận Công an xã, phường, đặc khu nơi bạn cư trú.',
      'Nộp trên Cổng Dịch vụ công quốc gia, và giữ bản gốc giấy tờ.',
      'Nộp trong ứng dụng VNeID, và giữ bản gốc giấy tờ.',
    ],
    company:
      'Có người bạn tin đi cùng sẽ đỡ lo; hãy hỏi trước Công an cấp xã xem người đó có được vào cùng không. Người từ đủ 12 đến dưới 18 tuổi do cha, mẹ, người giám hộ hoặc người đại diện hợp pháp đăng ký.',
    unsure:
      'Nếu chưa chắc, hãy hỏi lại nơi đã xác định cho bạn trong hôm nay, và cứ tính như thời hạn đang chạy.',
    late: 'Nếu 24 giờ đã qua, vẫn hãy hỏi Công an cấp xã ngay hôm nay. Chúng tôi chưa thấy điều luật nào nói rõ có còn đăng ký được không.',
    guide: 'Đọc từng bước đăng ký',
    proceed: 'Tôi hiểu, vẫn gửi câu hỏi',
  },
  form: {
    title: 'Câu hỏi của bạn',
    sealedByServer:
      'Máy chủ niêm phong lời bạn viết ngay khi nhận, rồi chỉ giữ bản đã niêm phong. Trong khoảnh khắc đó máy chủ có thấy chữ của bạn.',
    forWhom: {
      legend: 'Bạn hỏi cho ai?',
      self: 'Cho chính tôi',
      relative: 'Cho người thân',
      relativeHint:
        'Chỉ để được tư vấn. Đừng viết tên, địa chỉ hay điều gì giúp nhận ra người đó; cán bộ không được lập hồ sơ từ lời bạn viết.',
    },
    ageBand: {
      legend: 'Người cần giúp bao nhiêu tuổi?',
      adult: 'Từ đủ 18 tuổi',
      'under-18': 'Dưới 18 tuổi',
      under18Hint:
        'Có thể gọi 111 trước, miễn phí, cả ngày đêm. Vẫn gửi được ở đây mà không cần số điện thoại. Nếu sau này đăng ký theo luật thì cha, mẹ hoặc người giám hộ là người đăng ký.',
      unsaid: 'Không muốn nói',
    },
    help: {
      legend: 'Bạn cần gì?',
      hint: 'Chọn một hoặc nhiều điều, hoặc chỉ viết ở ô bên dưới.',
      options: {
        talk: 'Nói chuyện, được tư vấn',
        confirm: 'Xác định tình trạng nghiện',
        detox: 'Cắt cơn, giải độc',
        substitution: 'Uống thuốc thay thế (methadone)',
        community: 'Cai tại gia đình, cộng đồng',
        facility: 'Cai tại cơ sở',
        after: 'Hỗ trợ sau cai',
        work: 'Việc làm, học nghề, vay vốn',
      },
    },
    words: {
      label: 'Bạn muốn hỏi hay kể điều gì?',
      hint: (limit: string) =>
        `Không cần nói tên. Đừng viết tên người bán, người cùng dùng hay địa điểm. Nhiều nhất ${limit} ký tự.`,
    },
    desk: {
      legend: 'Gửi đến đầu mối nào?',
      hint: 'Chỉ đầu mối bạn chọn mở được lời bạn viết.',
    },
    answerBy: {
      legend: 'Bạn muốn được trả lời thế nào?',
      code: 'Chỉ ở trang này, tôi quay lại bằng mã',
      phone: 'Gọi điện cho tôi',
      phoneHint: 'Số điện thoại được niêm phong riêng; cán bộ phải ghi lý do mới mở được.',
    },
    phone: { label: 'Số điện thoại', hint: 'Chỉ điền khi chọn được gọi điện. Ví dụ: 0912 345 678' },
    safeHours: {
      label: 'Giờ nào gọi thì an toàn cho bạn?',
      hint: 'Không bắt buộc, nhiều nhất 200 ký tự. Ví dụ: 12 giờ đến 13 giờ các ngày trong tuần',
    },
    consent: {
      legend: 'Bạn có đồng ý cho đọc không?',
      callLegend: 'Bạn có đồng ý được gọi không?',
      read: 'Tôi đồng ý để đầu mối đã chọn đọc điều tôi viết và trả lời tôi. Tôi biết đây là thông tin nhạy cảm về sức khỏe và đời sống riêng, và có thể rút lại bất cứ lúc nào.',
      call: 'Tôi đồng ý để đầu mối gọi vào số tôi đã ghi (chỉ khi chọn được gọi điện).',
    },
    submit: 'Gửi yêu cầu',
  },
  receipt: {
    title: 'Đã nhận yêu cầu của bạn',
    codeTitle: 'Mã của bạn',
    keep: 'Hãy chép mã này ra giấy và giữ kín; chỉ chụp màn hình khi máy này của riêng bạn. Phải có mã mới xem được trả lời. Chúng tôi không có bản nào khác và không cấp lại được.',
    nextTitle: 'Tiếp theo',
    comeBack: 'Quay lại mục “Xem trả lời”, gõ mã để đọc, viết thêm hoặc rút yêu cầu.',
    noAnswer:
      'Nếu chờ mà không thấy trả lời, hãy tìm nơi khác trong danh bạ. Đừng chờ khi đang nguy hiểm: gọi 115.',
    notRegistration:
      'Đây không phải là đăng ký cai nghiện. Nếu bạn đã được thông báo kết quả, thời hạn 24 giờ để đăng ký với Công an cấp xã (hoặc trên Cổng Dịch vụ công quốc gia, VNeID) vẫn chạy.',
    saved: 'Tôi đã lưu mã',
    savedTitle: 'Xong. Bạn có thể đóng trang này',
    savedText:
      'Mã sẽ không hiện lại ở đây, để người mở máy sau bạn không thấy. Khi cần, mở mục “Xem trả lời” và gõ mã.',
    beforeTitle: 'Yêu cầu này đã được nhận từ trước',
    before:
      'Không có gì bị gửi hai lần. Mã không hiện lại vì bạn đã báo là đã lưu, hoặc đã quay lại bằng mã.',
    toFollow: 'Mở mục Xem trả lời',
  },
} as const;

/** What the request page says while it is filled in and sent; the script in the browser needs these alone. */
export const requestMessages = {
  sealedHere: 'Trình duyệt này niêm phong lời bạn viết trước khi gửi. Máy chủ không thấy chữ của bạn.',
  sending: 'Đang niêm phong và gửi…',
  arrived: (desk: string, hour: string) => `${desk} nhận lúc ${hour}.`,
  desk: {
    about: (desk: { kind: string; operator: string; duty: string; hours: string; opened: string }) =>
      `${desk.kind}: ${desk.operator}. ${desk.duty} Giờ trả lời: ${desk.hours}. ${desk.opened}`,
    opened: (hour: string) => `Mở hộp thư gần nhất: ${hour}.`,
    neverOpened: 'Chưa mở hộp thư lần nào.',
  },
  problems: {
    resultKnown: 'Thiếu câu trả lời về thời hạn 24 giờ. Hãy bắt đầu lại từ trang đầu của yêu cầu.',
    forWhom: 'Hãy chọn bạn hỏi cho ai.',
    ageBand: 'Hãy chọn độ tuổi, hoặc chọn “Không muốn nói”.',
    help: 'Hãy chọn ít nhất một điều bạn cần, hoặc viết vài dòng ở ô bên dưới.',
    desk: 'Hãy chọn một đầu mối để gửi.',
    answerBy: 'Hãy chọn cách bạn muốn được trả lời.',
    consentRead: 'Cần bạn đồng ý cho đầu mối đọc thì chúng tôi mới gửi được.',
    consentCall: 'Bạn chọn được gọi điện: hãy đánh dấu đồng ý cho gọi, hoặc chọn cách trả lời khác.',
    phone: 'Hãy viết số điện thoại từ 8 đến 15 chữ số, như 0912 345 678, hoặc chọn cách trả lời khác.',
    safeHours: 'Giờ gọi dài quá 200 ký tự. Hãy viết ngắn lại.',
    words: 'Lời kể dài quá 3.000 ký tự. Hãy viết ngắn lại; phần còn lại có thể gửi thêm sau.',
  },
  failed: {
    code: 'Trang này mở đã lâu hoặc bị thiếu mã. Chữ bạn viết vẫn còn: hãy xem lại rồi bấm gửi.',
    network:
      'Chưa gửi được vì mất kết nối. Chữ bạn viết vẫn còn: hãy bấm gửi lại, yêu cầu sẽ không bị gửi hai lần.',
  },
} as const;

/** The page to come back with the code. */
export const follow = {
  title: 'Xem trả lời',
  description: 'Gõ mã để đọc trả lời, viết thêm hoặc rút yêu cầu của bạn.',
  codeLabel: 'Mã của bạn',
  codeHint: '25 chữ và số, viết liền hay cách nhóm đều được. Không phân biệt chữ hoa, chữ thường.',
  open: 'Mở',
  openedByServer:
    'Máy chủ mở niêm phong giúp bạn, không lưu mã và nội dung. Trong khoảnh khắc đó máy chủ có thấy chúng.',
  statusTitle: 'Yêu cầu của bạn',
  messagesTitle: 'Trao đổi',
  noMessages: 'Chưa có trả lời.',
  ownWords: 'Xem lại điều bạn đã viết lúc đầu',
  replyTitle: 'Viết thêm',
  replyLabel: 'Lời nhắn cho đầu mối',
  replyHint: (limit: string) => `Nhiều nhất ${limit} ký tự.`,
  replySubmit: 'Gửi lời nhắn',
  withdrawTitle: 'Rút và xóa yêu cầu',
  withdrawHint: 'Xóa hết lời bạn viết và các trả lời. Không lấy lại được.',
  withdrawAsk: 'Rút và xóa',
  withdrawSure: 'Bạn chắc chắn muốn xóa?',
  withdrawExplain:
    'Lời bạn viết và các trả lời sẽ bị xóa ngay và không ai mở lại được, kể cả chúng tôi. Điều cán bộ đã đọc thì không xóa khỏi trí nhớ của họ được. Mã của bạn sẽ hết tác dụng.',
  withdrawConfirm: 'Xóa yêu cầu của tôi',
  withdrawKeep: 'Không, giữ lại',
  withdrawnTitle: 'Đã xóa yêu cầu của bạn',
  withdrawn: 'Mã của bạn không còn mở được gì nữa. Bạn có thể gửi yêu cầu mới bất cứ lúc nào.',
  withdrawnRemains:
    'Trong 30 ngày còn lại một dấu vết không đọc ngược ra mã, chỉ để trang cũ lỡ gửi lại không làm yêu cầu sống lại. Sau đó dấu vết ấy cũng mất.',
} as const;

/** What the page to come back says of a thread; the script in the browser needs these alone. */
export const followMessages = {
  opening: 'Đang mở…',
  openedHere: 'Trình duyệt này mở niêm phong. Mã không rời khỏi máy bạn.',
  problems: {
    empty: 'Hãy gõ mã của bạn.',
    symbol: 'Có ký tự không nằm trong mã. Mã chỉ gồm chữ số và các chữ B C F G H J K M N P Q R S T V X Z.',
    check: 'Có một ký tự chưa đúng, hãy so lại từng nhóm.',
    length: (typed: number) => `Mã có 25 ký tự, bạn mới gõ ${typed}. Hãy so lại từng nhóm.`,
    lengthOver: (typed: number) => `Mã có 25 ký tự, bạn gõ ${typed}. Hãy so lại từng nhóm.`,
    notFound:
      'Không có yêu cầu nào với mã này. Hãy so lại từng nhóm; nếu yêu cầu đã được rút hay đã hết hạn giữ thì nội dung không còn nữa.',
    network: 'Chưa mở được vì mất kết nối. Hãy thử lại.',
  },
  status: {
    received: 'Đã nhận, đầu mối chưa đọc tin mới nhất',
    read: 'Đầu mối đã đọc',
    answered: 'Đầu mối đã trả lời',
  },
  sentTo: (desk: string, hour: string) => `Gửi đến ${desk}, lúc ${hour}.`,
  fromDesk: 'Trả lời từ đầu mối đã mở yêu cầu của bạn',
  fromYou: 'Bạn viết',
  at: (hour: string) => `Lúc ${hour}`,
  noWords: '(Bạn không viết thêm lời nào.)',
  requestProblem: 'Phần bạn viết lúc đầu đã bị thay đổi trong cơ sở dữ liệu nên không mở được nữa.',
  messageProblems: {
    proof:
      'Có một tin không phải từ đầu mối đã mở yêu cầu của bạn. Chúng tôi không hiện nội dung. Đừng làm theo nếu ai nhắc đến tin này.',
    sender: 'Có một tin ghi sai người gửi. Chúng tôi không hiện nội dung.',
    copied: 'Có một tin bị chép lại từ tin khác. Chúng tôi không hiện nội dung.',
    altered: 'Có một tin đã bị thay đổi trong cơ sở dữ liệu. Chúng tôi không hiện nội dung.',
    damaged: 'Có một tin không mở được bằng mã của bạn. Chúng tôi không hiện nội dung.',
  },
  replyMissing: 'Hãy viết lời nhắn trước khi gửi.',
  replyTooLong: 'Lời nhắn dài quá 3.000 ký tự. Hãy viết ngắn lại hoặc gửi làm hai lần.',
  replySent: 'Đã gửi lời nhắn của bạn.',
} as const;

/** The officers' console. */
export const staff = {
  title: 'Bàn làm việc của cán bộ',
  description: 'Nơi cán bộ đầu mối mở và trả lời yêu cầu.',
  noScript:
    'Bàn làm việc cần JavaScript để mở niêm phong ngay trên máy của bạn. Hãy bật JavaScript rồi tải lại trang.',
  signIn: {
    title: 'Đăng nhập',
    text: 'Dùng khóa truy cập (passkey) đã đăng ký trên thiết bị này. Khóa của đầu mối chỉ mở trong bộ nhớ của trang; tải lại trang là phải đăng nhập lại.',
    button: 'Đăng nhập bằng khóa truy cập',
  },
  register: {
    title: 'Đăng ký cán bộ',
    who: (name: string, desk: string) => `${name}, ${desk}`,
    text: 'Bạn sẽ tạo một khóa truy cập (passkey) trên thiết bị này và nhận một thẻ khóa để in ra. Về sau bạn đăng nhập bằng khóa truy cập; thẻ khóa dùng khi thiết bị không mở được khóa của đầu mối.',
    recoveryLabel: 'Mã phục hồi của đầu mối',
    recoveryHint: 'Người phụ trách đầu mối giữ mã này trên giấy. 25 chữ và số.',
    button: 'Tạo khóa truy cập',
  },
  card: {
    title: 'Thẻ khóa của bạn',
    codeTitle: 'Mã trên thẻ khóa',
    text: 'In hoặc chép mã này ra giấy và cất ở nơi khóa kín. Dùng thẻ khi đã đăng nhập mà thiết bị không mở được khóa của đầu mối. Mất khóa truy cập thì xin quản trị viên một liên kết mới. Mã chỉ hiện một lần.',
    noPrf:
      'Khóa truy cập trên thiết bị này không mở được khóa của đầu mối (thiếu phần mở rộng PRF). Mỗi lần đăng nhập bạn sẽ gõ mã trên thẻ khóa.',
    print: 'In thẻ khóa',
    button: 'Tôi đã cất thẻ khóa',
  },
  unlock: {
    title: 'Mở bằng thẻ khóa',
    text: 'Đã nhận ra bạn, nhưng thiết bị này không mở được khóa của đầu mối. Hãy gõ mã trên thẻ khóa.',
    label: 'Mã trên thẻ khóa',
    button: 'Mở khóa',
    wrong: 'Thẻ này không mở được khóa của đầu mối. Hãy so lại từng nhóm, hoặc dùng đúng thẻ của bạn.',
  },
  alarm: {
    title: 'Dừng lại: khóa của đầu mối không khớp',
    text: 'Khóa mà trang đang phát cho người gửi không phải khóa bạn vừa mở. Có thể ai đó đã sửa cơ sở dữ liệu để đọc các yêu cầu mới. Đừng trả lời gì. Hãy báo ngay người phụ trách đầu mối và quản trị viên, và đề nghị ngừng nhận yêu cầu.',
  },
  list: {
    title: 'Yêu cầu của đầu mối',
    empty: 'Chưa có yêu cầu nào.',
    full: 'Chỉ hiện 200 yêu cầu chờ lâu nhất.',
    open: (hour: string) => `Mở yêu cầu đến lúc ${hour}`,
    status: { received: 'Có tin chưa đọc', read: 'Đã đọc, chưa trả lời', answered: 'Đã trả lời' },
    refresh: 'Xem lại danh sách',
    signOut: 'Đăng xuất',
  },
  inquiry: {
    title: 'Yêu cầu',
    back: 'Về danh sách',
    arrived: (hour: string) => `Đến lúc ${hour}`,
    resultKnown: 'Đã được thông báo kết quả',
    forWhom: 'Hỏi cho ai',
    ageBand: 'Độ tuổi',
    help: 'Cần',
    words: 'Lời kể',
    none: 'Không có',
    relativeRule: 'Hỏi cho người thân: chỉ tư vấn. Không lập hồ sơ và không tìm người đó từ lời viết này.',
    under18Rule: 'Người cần giúp dưới 18 tuổi: không báo cho cha mẹ mà chưa nói trước với em; nhắc số 111.',
    clockRule:
      'Người này có thể đang trong thời hạn 24 giờ để đăng ký với Công an cấp xã. Hãy nhắc điều đó trước tiên.',
    problems: {
      desk: 'Phong bì này ghi cho một đầu mối khác. Có thể ai đó đã chuyển dòng trong cơ sở dữ liệu. Không hiện nội dung.',
      recipient:
        'Khóa nhận trả lời trong cơ sở dữ liệu khác với khóa người gửi ghi trong phong bì. Có thể ai đó muốn đọc trả lời của bạn. Không hiện nội dung; hãy báo quản trị viên.',
      proof: 'Phần này không thuộc về yêu cầu đang mở. Không hiện nội dung.',
      altered:
        'Nội dung đã bị thay đổi hoặc bị tráo trong cơ sở dữ liệu. Không hiện nội dung; hãy báo quản trị viên.',
      damaged: 'Không mở được bằng khóa của đầu mối: nội dung được niêm phong cho khóa khác hoặc đã hư.',
    },
    contactTitle: 'Cách liên hệ',
    contactText: 'Số điện thoại được niêm phong riêng. Chọn lý do mới mở được; lý do được ghi lại.',
    contactReason: 'Lý do mở',
    reasons: {
      'call-as-asked': 'Người gửi muốn được gọi điện',
      'danger-to-life': 'Có nguy hiểm đến tính mạng',
      'asked-in-message': 'Người gửi nhắn là được mở',
    },
    contactOpen: 'Mở phần liên hệ',
    contactMissing: 'Hãy chọn lý do trước khi mở.',
    byCode: 'Chỉ trả lời ở trang này. Không để lại số điện thoại.',
    byPhone: (phone: string, hours: string) => `Gọi ${phone}. Giờ gọi an toàn: ${hours}.`,
    anyHours: 'không ghi',
    messagesTitle: 'Trao đổi',
    noMessages: 'Chưa có lời nhắn nào sau lời kể.',
    fromPerson: 'Người gửi viết',
    fromDesk: 'Đầu mối viết',
    answerTitle: 'Trả lời',
    answerLabel: 'Lời trả lời',
    answerHint: (limit: string) => `Chỉ người giữ mã đọc được. Nhiều nhất ${limit} ký tự.`,
    answerButton: 'Niêm phong và gửi',
    answered: 'Đã gửi trả lời.',
  },
  problems: {
    network: 'Mất kết nối. Hãy thử lại.',
    cancelled: 'Thiết bị chưa xác nhận. Hãy thử lại và làm theo lời nhắc của thiết bị.',
    unsupported:
      'Trình duyệt này không dùng được khóa truy cập. Hãy dùng bản mới của Chrome, Edge, Safari hoặc Firefox.',
    alreadyRegistered: 'Thiết bị này đã có khóa truy cập cho trang. Hãy đăng nhập thay vì đăng ký lại.',
    recovery:
      'Mã phục hồi này không mở được khóa của đầu mối. Hãy so lại từng nhóm với tờ giấy của người phụ trách.',
    noDesk: 'Tài khoản này không gắn với đầu mối nào nên không có yêu cầu để mở.',
  },
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

/** A unit's name inside a sentence: "tỉnh Lào Cai" for "Tỉnh Lào Cai". */
function within(unit: string): string {
  return unit.charAt(0).toLowerCase() + unit.slice(1);
}

/** Finding a place: the search, its results, and where to look when nothing is found. */
export const directory = {
  title: 'Tìm nơi giúp',
  description:
    'Tìm cơ sở cai nghiện, nơi điều trị methadone và điểm tư vấn theo tên, tỉnh, xã, phường hoặc tên cũ. Gõ không dấu cũng được.',
  intro:
    'Danh bạ này gom từ báo chí và trang của các cơ quan. Chưa ai gọi lại để xác nhận, nên hãy hỏi trước khi đến.',
  search: {
    label: 'Tìm trong danh bạ',
    text: 'Bạn tìm gì?',
    textHint:
      'Tên nơi, dịch vụ, xã, phường hay tên cũ. Không cần gõ dấu. Ví dụ: methadone quận 8, tư vấn ba vì.',
    province: 'Tỉnh, thành phố',
    everyProvince: 'Cả nước',
    unit: 'Xã, phường hoặc tên cũ',
    unitHint: 'Ví dụ: Hoàng Mai, huyện Ba Vì.',
    submit: 'Tìm',
    more: 'Lọc thêm',
    moreChosen: (count: number) => `Lọc thêm (đang chọn ${count})`,
    moreHint:
      'Phần lớn các nơi chưa ghi dành cho ai, chi phí và cách vào. Chưa ghi không có nghĩa là không có.',
    any: 'Tất cả',
    apply: 'Lọc',
  },
  /** The filters: the name of each, and what a chosen one says. */
  filters: {
    tinh: 'Tỉnh, thành phố',
    xa: 'Xã, phường',
    dichVu: 'Dịch vụ',
    cho: 'Dành cho',
    loai: 'Ai quản lý',
    chiPhi: 'Chi phí',
    cachVao: 'Cách vào',
    moCua: 'Đang mở cửa',
    xacNhan: 'Được xác nhận trong 90 ngày qua',
  },
  runBy: { 'cong-lap': 'Nhà nước', 'tu-nhan': 'Tư nhân' },
  unknownChoice: 'không rõ',
  chosen: 'Đang lọc',
  remove: (filter: string) => `Bỏ ${filter}`,
  removeAll: 'Bỏ mọi bộ lọc',
  optionCount: (label: string, count: number) => `${label} (${count})`,
  results: 'Kết quả',
  all: 'Tất cả các nơi',
  count: (total: number, isCapped: boolean) => (isCapped ? `Có hơn ${total} nơi.` : `Có ${total} nơi.`),
  onPage: (page: number) => `Trang ${page}.`,
  emptyPage: 'Trang này không còn kết quả.',
  firstPage: 'Về trang đầu của kết quả',
  paging: 'Các trang kết quả',
  previous: 'Trang trước',
  next: 'Trang sau',
  unknownUnit: (name: string) =>
    `Không có xã, phường hay đơn vị cũ nào tên “${name}” ở đây. Hãy xem lại cách viết, hoặc chọn lại tỉnh.`,
  unknownUnitTitle: 'Không hiểu tên xã, phường',
  units: 'Tên này nay là',
  formerProvince: (former: string, province: string) => `${former} cũ nay thuộc ${within(province)}.`,
  formerUnit: (former: string, area: string, count: number, province: string) =>
    count > 1
      ? `${former} cũ (${within(area)}) nay thuộc ${count} xã, phường ở ${within(province)}:`
      : `${former} cũ (${within(area)}) nay thuộc đơn vị sau, ở ${within(province)}:`,
  presentUnit: (province: string) => `ở ${within(province)}`,
  moreUnits: 'Còn nhiều nơi khác trùng tên. Chọn tỉnh, thành phố để thu hẹp.',
  nothing: 'Chưa có nơi nào khớp',
  nothingHint:
    'Danh bạ còn rất thiếu: không thấy ở đây không có nghĩa là không có. Thử bớt chữ, hoặc chỉ gõ tên quận, huyện, tỉnh.',
  /** One wrong letter. */
  misspelt: (typed: string) => `Không có “${typed}” trong danh bạ.`,
  didYouMean: 'Bạn muốn tìm',
  shownInstead: (meant: string) => `Dưới đây là kết quả cho “${meant}”.`,
  orMeant: 'Hoặc',
  unsaid: (what: readonly string[]) =>
    `Chưa nơi nào ghi rõ: ${what.map((one) => one.toLowerCase()).join(', ')}. Dưới đây là các nơi khớp phần còn lại; hãy hỏi nơi đó.`,
  holiday: (name: string) =>
    `Hôm nay là ngày nghỉ (${name}). Giờ mở cửa thường lệ không tính cho ngày này, nên chỉ hiện nơi có ghi giờ riêng cho hôm nay.`,
  nothingFor: 'Không có nơi nào khớp tất cả những điều bạn chọn',
  loosenTitle: 'Thử bỏ bớt một điều',
  loosen: (what: string, count: string) => `Bỏ ${what}: ${count}`,
  loosenCount: (total: number, cap: number) => (total >= cap ? `hơn ${cap - 1} nơi` : `${total} nơi`),
  loosenTerms: 'dịch vụ, chỉ giữ địa danh',
  loosenUnits: 'địa danh, chỉ giữ dịch vụ',
  loosenWords: 'chữ đã gõ',
  unknownTerms: (names: readonly string[]) =>
    `Danh bạ chưa ghi nơi nào có: ${names.map((name) => name.toLowerCase()).join(', ')}. Chưa ghi không có nghĩa là không có.`,
  unknownFilters: {
    dichVu: 'Danh bạ chưa ghi nơi nào có dịch vụ này. Chưa ghi không có nghĩa là không có.',
    cho: 'Chưa nơi nào trong danh bạ ghi rõ điều này. Chưa ghi không có nghĩa là không nhận: hãy hỏi.',
    loai: 'Chưa nơi nào trong danh bạ ghi rõ ai quản lý như vậy.',
    chiPhi: 'Chưa nơi nào trong danh bạ ghi rõ chi phí. Chưa ghi không có nghĩa là phải trả: hãy hỏi.',
    cachVao: 'Chưa nơi nào trong danh bạ ghi rõ cách vào: hãy hỏi trước khi đến.',
    moCua: 'Danh bạ chưa có giờ mở cửa của nơi nào đang mở lúc này: hãy gọi hỏi.',
    xacNhan: 'Chưa có nơi nào được xác nhận trong 90 ngày qua: hãy hỏi trước khi đến.',
    tinh: 'Danh bạ chưa có nơi nào ở đây.',
    xa: 'Danh bạ chưa có nơi nào ở đây.',
  },
  nearby: (province: string) => `Những nơi ở ${within(province)}`,
  showAll: 'Xem tất cả các nơi',
  communeUnknown: 'chưa rõ nay thuộc xã, phường nào',
  hasPhone: 'Có số điện thoại, chưa gọi thử',
  noPhone: 'Chưa có số điện thoại',
  unconfirmed: 'Chưa ai xác nhận',
  confirmed: (day: string) => `Xác nhận ngày ${day}`,
  source: (date: string) => `Nguồn: ${date}`,
  sourceUndated: 'Nguồn không rõ ngày',
  elsewhere: {
    title: 'Không thấy nơi bạn cần?',
    officialTitle: 'Danh sách chính thức',
    official:
      'Công an tỉnh, thành phố phải niêm yết danh sách đơn vị cung cấp dịch vụ cai nghiện trên trang của mình, tại trụ sở Ủy ban nhân dân và Công an cấp xã (Nghị định 163/2026/NĐ-CP, khoản 5 Điều 80).',
    registerTitle: 'Đăng ký cai nghiện tự nguyện',
    register:
      'Đăng ký với Công an cấp xã nơi bạn ở, trực tiếp, trên Cổng dịch vụ công hoặc VNeID. Không cần chờ tìm được nơi trong danh bạ.',
    registerLink: 'Cách đăng ký',
    requestTitle: 'Hỏi kín đáo',
    request: 'Gửi câu hỏi cho một đầu mối, không cần nói tên.',
    requestLink: 'Gửi yêu cầu kín đáo',
  },
} as const;

/** Suggestions while typing into the directory's box; the form carries them for the script. */
export const suggestions = {
  label: 'Gợi ý',
  /** The script puts the number in the place of #. */
  some: 'Có # gợi ý. Dùng phím mũi tên để chọn.',
  none: 'Không có gợi ý.',
} as const;

/** What stands beside a suggestion. */
export const suggestionNotes = {
  service: 'dịch vụ',
  province: 'tỉnh, thành phố',
  present: (province: string) => within(province),
  former: (area: string) => `đơn vị cũ, ${within(area)}`,
  formerProvince: (province: string) => `tên cũ, nay thuộc ${within(province)}`,
} as const;

/** One place of the directory. */
export const place = {
  description: (name: string, province: string) =>
    `${name}, ${within(province)}: địa chỉ, ai quản lý, dịch vụ, nguồn và những điều chưa biết.`,
  back: 'Về danh bạ',
  unconfirmedTitle: 'Hỏi trước khi đến',
  unconfirmed: 'Chưa ai gọi hay đến để xác nhận các thông tin dưới đây. Có thể đã đổi.',
  contact: 'Liên hệ',
  notCalled: 'Số lấy từ nguồn, chưa ai gọi thử.',
  noPhone: 'Chúng tôi chưa tìm được số điện thoại nào có nguồn. Cách tìm:',
  findPhone: (province: string) =>
    `Xem danh sách mà Công an ${within(province)} phải niêm yết trên trang của mình, tại trụ sở Ủy ban nhân dân và Công an cấp xã (Nghị định 163/2026/NĐ-CP, khoản 5 Điều 80).`,
  askDesk: 'Hoặc',
  askDeskLink: 'nhờ một đầu mối hỏi giúp, không cần nói tên',
  policeCall: 'Nơi này thuộc công an: gọi số này là nói chuyện với cơ quan công an.',
  where: 'Ở đâu',
  address: 'Địa chỉ theo nguồn',
  formerProvince: (province: string) => `Nguồn ghi tỉnh, thành phố lúc đó: ${province}.`,
  now: 'Nay thuộc',
  communeUnknown: (province: string) => `${province}. Chưa rõ xã, phường nào.`,
  mapping: 'Ghi chú về địa bàn',
  formerUnits: (commune: string) => `${commune} lập từ`,
  partly: '(một phần)',
  map: 'Bản đồ',
  mapCentre: (commune: string) =>
    `Chỉ tới trung tâm của ${within(commune)}, không phải vị trí của nơi này: vị trí đúng thì chưa biết.`,
  mapApp: 'Mở bằng ứng dụng bản đồ',
  mapWeb: 'Mở OpenStreetMap (trang bên ngoài)',
  operator: 'Ai quản lý',
  operators: {
    'cong-an': 'Nơi này thuộc công an. Gọi hay đến đây là liên hệ với cơ quan công an.',
    'cong-an-suy-ra':
      'Nhiều khả năng nay thuộc công an: quản lý nhà nước về cai nghiện đã chuyển sang Bộ Công an từ 1/3/2025. Đây là suy ra, nguồn không nói rõ.',
    'lao-dong':
      'Nguồn cũ ghi ngành lao động - thương binh và xã hội. Từ 1/3/2025 quản lý nhà nước về cai nghiện đã chuyển sang Bộ Công an; nơi này nay thuộc cơ quan nào thì chưa rõ.',
    'y-te': 'Nguồn ghi ngành y tế quản lý.',
    ubnd: 'Nguồn ghi Ủy ban nhân dân quản lý.',
    khac: 'Nguồn ghi cơ quan nêu dưới đây quản lý.',
    'tu-nhan': 'Đây là cơ sở tư nhân.',
    'chua-ro': 'Nguồn không nói ai quản lý nơi này. Hãy hỏi rõ khi liên hệ.',
  },
  inSource: (words: string) => `Theo nguồn: ${words}.`,
  others: (province: string) => `Nơi khác ở ${within(province)}`,
  services: 'Dịch vụ',
  noServices: 'Nguồn không nêu dịch vụ. Hãy hỏi nơi này có nhận người tự nguyện không.',
  unknown: 'Chưa biết hoặc chưa chắc',
  unknowns: {
    phone: 'Số điện thoại',
    exactAddress: 'Số nhà, đường, lối vào',
    commune: 'Nay thuộc xã, phường nào',
    rest: 'Giờ mở cửa, chi phí, giấy tờ cần mang, ai được nhận, lối đi cho xe lăn',
  },
  sources: 'Thông tin này từ đâu',
  sourceDate: 'Ngày của nguồn',
  sourceUndated: 'Nguồn không rõ ngày.',
  confidence: 'Độ tin cậy của nguồn',
  confirmedOn: 'Ngày xác nhận gần nhất',
  neverConfirmed: 'Chưa ai xác nhận.',
  note: 'Ghi chú khi thu thập',
  missing: {
    title: 'Không có nơi này',
    description: 'Địa chỉ trang này không dẫn tới nơi nào trong danh bạ.',
    text: 'Địa chỉ trang không dẫn tới nơi nào trong danh bạ. Có thể bạn mở một liên kết cũ hoặc gõ thiếu chữ. Hãy tìm lại:',
  },
} as const;

/** What the style page at /kieu-dang/ shows: every component in every state, with made-up words. */
export const styleGuide = {
  title: 'Kiểu dáng',
  description: 'Các thành phần của trang, mỗi thứ ở mọi trạng thái.',
  lead: 'Trang này cho người làm trang xem từng thành phần ở mọi trạng thái. Mọi tên, câu chuyện và con số ở đây đều là ví dụ, không phải thông tin thật.',
  contents: (count: number) => `Trong trang này: ${count} nhóm`,
  sections: {
    text: 'Chữ và danh sách',
    notices: 'Lời nhắc',
    cards: 'Thẻ, nhãn, số điện thoại',
    buttons: 'Nút',
    fields: 'Ô nhập',
    choices: 'Lựa chọn',
    errors: 'Lỗi và cảnh báo',
    answers: 'Xem lại câu trả lời',
    steps: 'Các bước',
    table: 'Bảng',
    messages: 'Tin nhắn',
    code: 'Mã',
    sources: 'Dòng nguồn',
  },
  text: {
    heading: 'Đề mục trong một phần',
    subheading: 'Đề mục nhỏ hơn',
    paragraph:
      'Một đoạn văn để đọc: dòng dài chừng sáu mươi chữ cái, chữ có dấu chồng như ế, ữ, ậ, Ể, Ỗ không bị cắt.',
    link: 'Một liên kết trong câu',
    after: 'đứng giữa những chữ khác.',
    marked: 'Chữ được tô nghệ',
    muted: 'Chữ phụ, nhạt hơn nhưng vẫn dễ đọc.',
    items: [
      'Một ý trong danh sách',
      'Một ý khác, dài hơn, để thấy dòng thứ hai bắt đầu ở đâu khi màn hình hẹp',
    ],
    quote: 'Một câu trích từ văn bản của luật.',
    term: 'Tên gọi',
    meaning: 'Điều mà tên gọi ấy nói tới.',
  },
  notices: {
    info: { title: 'Nên biết', text: 'Điều này có ích, nhưng không đổi việc bạn định làm.' },
    important: {
      title: 'Điều này đổi việc bạn định làm, và tên của nó dài hơn một dòng',
      text: 'Gửi câu hỏi ở đây không phải là đăng ký cai nghiện theo luật.',
    },
    danger: { title: 'Có thể nguy hiểm', text: 'Gọi không tỉnh hoặc khó thở: gọi 115 ngay.' },
    bare: 'Một lời nhắc không có tên, chỉ có câu này.',
  },
  cards: {
    name: 'Cơ sở tư vấn và điều trị nghiện ma túy phường Hoa Tre (hư cấu)',
    where: 'Ủy ban nhân dân xã, phường, đặc khu Hoa Tre, thành phố Ví Dụ',
    kind: 'Điểm tư vấn. Không có số điện thoại.',
    neutral: 'Nguồn: 2026',
    warn: 'Chưa ai xác nhận',
    ok: 'Xác nhận ngày 21/11/2026',
  },
  buttons: {
    primary: 'Gửi đi',
    secondary: 'Quay lại',
    danger: 'Xóa yêu cầu',
    disabled: 'Chưa bấm được',
    disabledWhy: 'Nút viền đứt chưa bấm được. Câu bên cạnh nút luôn nói vì sao.',
    link: 'Đi tới trang khác',
    linkSecondary: 'Đi tới danh bạ',
    long: 'Nhờ Ủy ban nhân dân xã, phường, đặc khu nơi bạn đang ở giúp đỡ',
  },
  fields: {
    empty: 'Số điện thoại',
    emptyHint: 'Để trống nếu bạn không muốn ai gọi.',
    filled: 'Nơi bạn đang ở',
    filledValue: 'Ủy ban nhân dân xã, phường, đặc khu Hoa Tre, thành phố Ví Dụ',
    wrong: 'Mã của bạn',
    wrongHint: 'Năm nhóm, mỗi nhóm năm ký tự.',
    wrongValue: 'BCFGH 23',
    wrongError: 'Mã có 25 ký tự, bạn mới gõ 7. Hãy gõ tiếp.',
    area: 'Bạn muốn hỏi gì?',
    areaHint: 'Không cần nói tên. Nhiều nhất 2.000 ký tự.',
    areaValue: 'Em trai tôi (hư cấu) muốn hỏi về uống thuốc thay thế.',
    areaWrong: 'Câu trả lời của bạn',
    areaError: 'Hãy viết vài chữ rồi gửi.',
    select: 'Tỉnh, thành phố',
    selectOptions: ['Tất cả', 'Thành phố Ví Dụ', 'Tỉnh Hoa Tre (gồm ba tỉnh cũ, hư cấu)'],
  },
  choices: {
    radio: 'Bạn hỏi cho ai?',
    radioHint: 'Chọn một.',
    self: 'Cho tôi',
    relative: 'Cho người thân',
    relativeHint: 'Chỉ để được tư vấn: đừng viết tên hay số điện thoại của người ấy.',
    unchosen: 'Bạn bao nhiêu tuổi?',
    adult: 'Từ 18 tuổi',
    minor: 'Dưới 18 tuổi',
    unchosenError: 'Hãy chọn một câu trả lời.',
    box: 'Bạn cần giúp gì?',
    boxHint: 'Chọn bao nhiêu cũng được.',
    boxes: [
      'Tư vấn',
      'Điều trị bằng thuốc thay thế',
      'Hỏi về thủ tục với Ủy ban nhân dân xã, phường, đặc khu nơi cư trú',
    ],
    consent: 'Bạn đồng ý chứ?',
    consentLabel: 'Tôi đồng ý để đầu mối đọc câu hỏi này',
    consentError: 'Cần bạn đồng ý thì mới gửi được.',
  },
  errors: {
    alert: 'Khóa của đầu mối không khớp',
    alertText: 'Đừng trả lời yêu cầu nào. Hãy báo người phụ trách.',
    alertLink: 'Xem cách báo',
  },
  answers: {
    who: 'Bạn hỏi cho ai?',
    whoValue: 'Cho người thân',
    where: 'Nơi bạn chọn',
    words: 'Bạn muốn hỏi gì?',
    phone: 'Số điện thoại',
  },
  steps: [
    'Đọc cho rõ trước khi hỏi.',
    'Viết câu hỏi. Không cần nói tên, và có thể dừng lại bất cứ lúc nào mà không ai biết bạn đã viết gì.',
    'Cất mã để quay lại xem trả lời.',
  ],
  table: {
    caption: 'Số nơi ở từng tỉnh, thành phố (số ví dụ)',
    columns: ['Tỉnh, thành phố', 'Cơ sở', 'Điểm tư vấn', 'Ghi chú'],
    rows: [
      ['Thành phố Ví Dụ', '12', '1.048', 'Gồm cả những nơi chưa ai xác nhận'],
      ['Tỉnh Hoa Tre', '3', '96', 'Tên cũ: ba tỉnh trước ngày 1/7/2025 (hư cấu)'],
      ['Đặc khu Thử Nghiệm', '0', '7', 'Không có'],
    ],
    narrowCaption: 'Bảng hẹp, vừa mọi màn hình (số ví dụ)',
    narrowColumns: ['Tuần', 'Số ngày'],
    narrowRows: [
      ['Tuần đầu', '7'],
      ['Cả đợt', '28'],
    ],
  },
  messages: {
    hour: 'khoảng 9 giờ ngày 21/11/2026',
    person: { head: 'Bạn viết', text: 'Tôi có cần mang giấy tờ gì không?' },
    desk: {
      head: 'Từ đầu mối đã mở yêu cầu của bạn',
      text: 'Chưa cần giấy tờ gì.\nMời bạn ghé Ủy ban nhân dân xã, phường, đặc khu nơi bạn đang ở.',
    },
    warning: { head: 'Tin này không hiện ra: không khớp với yêu cầu của bạn.', text: '' },
  },
  code: 'Mã ví dụ, không mở được gì',
  sources: {
    linked: 'Một văn bản có địa chỉ (ví dụ)',
    plain: 'Một tờ thông báo dán ở Ủy ban nhân dân xã, phường, đặc khu (ví dụ)',
    confidence: 'vừa',
    note: 'bản chụp mờ ở trang hai',
  },
} as const;
