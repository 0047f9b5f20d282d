/**
 * Every sentence that a visitor, an officer or an organizer reads, in Vietnamese: one export a part of the
 * product, so that a page or script bundles only the parts it imports. Another language is another file of
 * the same shape.
 */

/** The name of the product and what every page carries. */
export const site = {
  name: 'Điểm Tựa',
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
  law: 'Luật',
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
  figures: 'Số liệu',
  privacy: 'Riêng tư',
  security: 'Bảo mật',
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
  /** Above a problem that no field can mend; it may be about something that is done all the same. */
  failedTitle: 'Có trục trặc',
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
  title: 'Thoát nhanh và những dấu vết còn lại',
  description: 'Nút “Thoát nhanh” làm được gì, không xóa được gì, và cách tự xóa lịch sử.',
  lead: 'Nếu có người đến gần, bạn rời trang này ngay được. Nhưng máy của bạn vẫn có thể nhớ là bạn đã vào.',
  doesTitle: 'Thoát nhanh làm gì?',
  does: [
    'Bấm nút “Thoát nhanh” ở đầu trang, hoặc nhấn phím Shift ba lần liền nhau trong hai giây.',
    'Trang trắng đi ngay, rồi trang tìm thời tiết của Google mở ra thay vào chỗ đó.',
    'Bấm “Quay lại” một lần thì không về trang bạn vừa xem. Nếu đã bấm mục lục trong chính trang đó thì vẫn có thể về: hãy đóng luôn thẻ này.',
    'Trình duyệt tắt JavaScript thì nút vẫn mở trang thời tiết, nhưng “Quay lại” sẽ về đúng trang bạn vừa xem. Hãy đóng luôn trang đó.',
  ],
  doesNotTitle: 'Thoát nhanh không xóa được gì?',
  doesNot: [
    'Nút “Tiến” của trình duyệt (mũi tên sang phải): có thể mở lại trang bạn đã xem, nhưng không còn điều bạn đã gõ.',
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
    'Luật cho 24 giờ để đăng ký với Công an cấp xã: đến tận nơi, trên Cổng Dịch vụ công quốc gia hoặc trong VNeID.',
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
  listDescription:
    'Quá liều, đăng ký cai tự nguyện, methadone, giúp người thân, sau khi cai: từng bài ngắn, có nguồn và ngày đối chiếu.',
  groupsLabel: 'Các nhóm bài',
  listLead: 'Mỗi bài ghi ai viết, đối chiếu ngày nào, với văn bản và nguồn nào.',
  groups: {
    'khẩn cấp': 'Khẩn cấp',
    'bản thân': 'Cho bạn',
    'gia đình': 'Cho gia đình',
    'sau cai': 'Sau khi cai',
  },
  call: { number: '115', label: 'Gọi 115' },
  contents: (count: number) => `Trong bài này: ${count} mục`,
  writtenBy: (role: string) => `Người viết: ${role}.`,
  reviewedBy: (role: string) => `Người đọc duyệt: ${role}.`,
  notReviewed: 'Chưa có luật sư, bác sĩ hay người có chuyên môn nào đọc duyệt bài này.',
  clinicallyRead: (reader: string) => `Người làm nghề y đã đọc phần này: ${reader}.`,
  checked: 'Đối chiếu ngày',
  /** The documents by number, then how many other sources; either may be none. */
  against: (documents: readonly string[], others: number) => {
    const parts = [...documents, ...(others === 0 ? [] : [`${others} nguồn ghi dưới đây`])];
    return `${parts.length === 0 ? '' : ` với ${parts.join(', ')}`}.`;
  },
  reviewBy: 'Đối chiếu lại chậm nhất ngày',
  relatedTitle: 'Đọc tiếp',
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
    '429': {
      title: 'Hãy thử lại sau một phút',
      what: 'Mạng bạn đang dùng vừa gửi quá nhiều lần; có thể không phải do bạn, vì nhiều máy dùng chung một mạng. Lần này chưa gửi được.',
      next: 'Hãy chờ một phút rồi gửi lại. Nếu gấp, hãy gọi một trong hai số ở cuối trang.',
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
  place_changed:
    'Người khác vừa sửa nơi này. Điều bạn gõ vẫn còn trên trang: hãy chép lại nếu cần, mở lại nơi này rồi sửa tiếp.',
  inquiry_changed: 'Người gửi vừa viết thêm mà chưa ai đọc. Hãy mở lại yêu cầu, đọc lời mới rồi mới đóng.',
  rp_id_changed:
    'Tên miền của trang đã đổi so với khi các cán bộ đăng ký khóa truy cập. Quản trị viên cần đặt lại RP_ID như cũ.',
  sheet_refused:
    'Phiếu phục hồi chưa khớp với đầu mối này, hoặc đã quá năm phút từ lúc nhập. Chưa có gì thay đổi: hãy nhập lại phiếu phục hồi.',
  key_not_held:
    'Bạn chưa giữ chìa khóa đang dùng của đầu mối. Hãy nhờ một đồng nghiệp đang giữ trao chìa khóa cho bạn.',
  key_replaced: 'Chìa khóa của đầu mối vừa được đổi. Hãy đăng nhập lại để làm tiếp.',
  earlier_key_missing:
    'Một chìa khóa cũ của đầu mối không mở được, nên chưa đổi gì: đổi bây giờ thì mất các yêu cầu niêm phong cho chìa khóa đó. Hãy báo quản trị viên. Cần gỡ ai ngay, quản trị viên gỡ được bằng lệnh npm run officers mà không đổi chìa khóa.',
  officer_changed: 'Danh sách cán bộ vừa thay đổi, nên chưa làm gì cả. Hãy mở lại danh sách rồi làm lại.',
  invite_gone: 'Liên kết này đã dùng, đã hết hạn hoặc đã bị thu hồi. Hãy xin quản trị viên một liên kết mới.',
  request_withdrawn:
    'Yêu cầu này đã được rút và xóa, nên không gửi lại nữa. Muốn gửi yêu cầu mới, hãy mở lại trang “Gửi yêu cầu kín đáo”.',
  too_large: 'Nội dung gửi lên quá lớn. Hãy viết ngắn lại rồi gửi lại.',
  unsupported_type:
    'Kiểu dữ liệu gửi lên không dùng được ở đây. Hãy mở lại trang và gửi từ biểu mẫu trên trang.',
  invalid: 'Một số chỗ chưa đúng. Hãy xem lại các ô được nêu.',
  slow_down:
    'Mạng bạn đang dùng vừa gửi quá nhiều lần; có thể không phải do bạn, vì nhiều máy dùng chung một mạng. Lần này chưa gửi được, chữ bạn gõ vẫn còn: hãy thử lại sau một phút.',
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
  closedTitle: 'Lúc này chưa có đầu mối nào nhận yêu cầu',
  closed:
    'Chúng tôi không muốn bạn viết rồi không ai đọc. Bạn có thể tìm nơi giúp trong danh bạ; cấp cứu gọi 115, dưới 18 tuổi gọi 111.',
  toDirectory: 'Tìm nơi giúp',
  clock: {
    legend: 'Bạn đã được thông báo kết quả xác định tình trạng nghiện chưa?',
    hint: 'Chúng tôi hỏi điều này trước, vì luật đặt một thời hạn ngắn cho người đã được thông báo.',
    options: { no: 'Chưa', yes: 'Rồi', unsure: 'Tôi không chắc' },
    next: 'Tiếp tục',
    waiting: 'Đang mở các câu hỏi…',
    missing: 'Hãy chọn một câu trả lời để đi tiếp.',
  },
  stop: {
    title: 'Có một thời hạn 24 giờ',
    lead: 'Câu hỏi gửi ở đây không dừng được thời hạn đó.',
    rule: 'Người đã được thông báo là nghiện ma túy có 24 giờ để đăng ký cai nghiện tự nguyện với Công an cấp xã nơi cư trú. Luật cũng cho đăng ký điều trị bằng thuốc thay thế, như methadone, thay vì cai. Không đăng ký thì có thể bị đưa đi cai nghiện bắt buộc.',
    sources:
      'Nghị định 163/2026/NĐ-CP, Điều 89 khoản 1; Luật 120/2025/QH15, Điều 31 khoản 6 và Điều 35 khoản 1. Đối chiếu ngày 21/11/2026.',
    howTitle: 'Đăng ký bằng một trong ba cách',
    how: [
      'Đến tận Công an xã, phường, đặc khu nơi bạn cư trú.',
      'Nộp trên Cổng Dịch vụ công quốc gia, và giữ bản gốc giấy tờ.',
      'Nộp trong ứng dụng VNeID, và giữ bản gốc giấy tờ.',
    ],
    company:
      'Có một người mà bạn tin đi cùng thì đỡ lo; hãy hỏi trước Công an cấp xã xem người đó có được vào cùng không. Người từ đủ 12 đến dưới 18 tuổi do cha, mẹ, người giám hộ hoặc người đại diện hợp pháp đăng ký.',
    unsure:
      'Nếu chưa chắc, hãy hỏi lại nơi đã xác định cho bạn trong hôm nay, và cứ tính như thời hạn đang chạy.',
    late: 'Nếu 24 giờ đã qua, vẫn hãy hỏi Công an cấp xã ngay hôm nay. Chúng tôi chưa thấy điều luật nào nói rõ có còn đăng ký được không.',
    guide: 'Đọc từng bước đăng ký',
    proceed: 'Tôi hiểu, vẫn gửi câu hỏi',
  },
  form: {
    title: 'Câu hỏi của bạn',
    intro:
      'Khoảng mười câu ngắn. Câu nào cũng quay lại được, và chưa có gì được gửi cho đến khi bạn bấm gửi ở cuối. Rời trang là mất hết những gì đã chọn và đã viết.',
    sealedByServer:
      'Máy chủ niêm phong thay bạn. Mỗi lần bạn bấm một nút ở đây, máy chủ thấy chữ của bạn trong khoảnh khắc; nó chỉ giữ lại khi bạn bấm “Gửi yêu cầu”, và chỉ giữ bản đã niêm phong.',
    forWhom: {
      legend: 'Bạn hỏi cho ai?',
      self: 'Cho chính tôi',
      relative: 'Cho người thân',
      relativeHint:
        'Chỉ để được tư vấn; ở đây không nhận tin báo về ai. Đừng viết tên, địa chỉ hay điều gì giúp nhận ra người đó; cán bộ không được lập hồ sơ từ lời bạn viết.',
    },
    ageBand: {
      legend: 'Người cần giúp bao nhiêu tuổi?',
      adult: 'Từ đủ 18 tuổi',
      'under-18': 'Dưới 18 tuổi',
      unsaid: 'Không muốn trả lời',
    },
    under18: {
      title: 'Nếu người cần giúp dưới 18 tuổi',
      call: 'Gọi được ngay, miễn phí, cả ngày đêm.',
      may: 'Vẫn gửi câu hỏi ở đây được, không cần số điện thoại hay địa chỉ. Không ai bị từ chối vì tuổi. Cán bộ được dặn không báo cho cha mẹ khi chưa nói trước với em.',
      laterTitle: 'Nếu sau này đi tiếp, ai sẽ biết?',
      later: [
        'Xác định tình trạng nghiện: cơ sở y tế gửi kết quả cho nơi đã đề nghị, cho người được xác định, và cho cha mẹ nếu em từ đủ 12 đến dưới 18 tuổi.',
        'Đăng ký cai nghiện: với em từ đủ 12 đến dưới 18 tuổi, người đăng ký là cha, mẹ, người giám hộ hoặc người đại diện hợp pháp.',
        'Uống thuốc thay thế: người đại diện phải đồng ý bằng văn bản (đang xác minh lại sau ngày 1/7/2026).',
      ],
      sources:
        'Luật 120/2025/QH15, Điều 31 khoản 4; Nghị định 163/2026/NĐ-CP, Điều 89; Nghị định 141/2024/NĐ-CP, Điều 29 (đọc qua nguồn thứ cấp). Đối chiếu ngày 21/11/2026.',
    },
    help: {
      legend: 'Bạn cần gì?',
      hint: 'Chọn một hoặc nhiều điều. Không có điều nào đúng thì để trống, và viết ra ở phần sau.',
      options: {
        talk: 'Nói chuyện, được tư vấn',
        confirm: 'Xác định tình trạng nghiện',
        detox: 'Cắt cơn, giải độc',
        substitution: 'Uống thuốc thay thế, như methadone',
        community: 'Cai tại gia đình, cộng đồng',
        facility: 'Cai tại cơ sở',
        after: 'Hỗ trợ sau cai',
        work: 'Việc làm, học nghề, vay vốn',
      },
    },
    substances: {
      legend: 'Đang dùng, hoặc đã dùng, chất gì?',
      hint: 'Không bắt buộc. Chọn một hoặc nhiều.',
      options: {
        opioid: 'Heroin, thuốc phiện, morphin',
        stimulant: 'Ma túy đá, thuốc lắc',
        mixed: '“Nước vui”, ketamine, “nước biển” (GHB)',
        cannabis: 'Cần sa, hoặc thuốc lá điện tử có chất ma túy',
        sedative: 'Thuốc an thần, thuốc ngủ',
        alcohol: 'Rượu',
        unknown: 'Chất khác, hoặc không biết là chất gì',
        unsaid: 'Không muốn trả lời',
      },
      note: 'Rượu, thuốc an thần, thuốc ngủ, GHB: đừng tự ngừng đột ngột. Có thể co giật, nguy hiểm tính mạng; hãy hỏi bác sĩ trước.',
    },
    urgency: {
      legend: 'Ngay lúc này có dấu hiệu nguy hiểm không?',
      hint: 'Không bắt buộc.',
      signsTitle: 'Có một trong các dấu hiệu này thì gọi 115 ngay',
      signs: [
        'Gọi không tỉnh, ngất, lú lẫn hoặc co giật.',
        'Thở chậm, thở nông, thở ngáy hoặc òng ọc; môi, móng tay tím hoặc xám.',
        'Đau ngực, tim đập dồn, đau đầu dữ dội.',
        'Nói líu, tê hoặc yếu một bên người.',
      ],
      unsure: 'Không chắc là say hay quá liều thì cứ coi như quá liều.',
      options: {
        danger: 'Có dấu hiệu như vậy',
        soon: 'Không, nhưng tôi mong được trả lời sớm',
        later: 'Không, và tôi chờ được',
        unsaid: 'Không muốn trả lời',
      },
    },
    danger: {
      title: 'Gọi 115 trước đã',
      call: 'Cấp cứu. Gọi ngay bây giờ.',
      steps: [
        'Nói địa chỉ chính xác và mốc dễ tìm. Nói người đó có thở không, có tỉnh không, và đã dùng gì nếu bạn biết. Đừng cúp máy trước.',
        'Ở lại và cố gọi cho tỉnh. Nếu người đó tự thở được, đặt nằm nghiêng để không sặc.',
        'Đừng để “ngủ cho qua”. Đừng gây nôn, đừng ép ăn hay uống.',
      ],
      slow: 'Trả lời ở đây không đến kịp. Khi đã có người lo, bạn vẫn có thể gửi câu hỏi.',
    },
    place: {
      title: 'Người cần giúp sống ở đâu?',
      label: 'Xã, phường, đặc khu; hoặc chỉ tỉnh, thành phố',
      hint: 'Không bắt buộc. Tên cũ cũng được, ví dụ: quận Hoàng Mai. Chỉ để xếp các đầu mối gần bạn lên trước.',
      relative: 'Nếu hỏi cho người thân: chỉ viết tỉnh, thành phố là đủ.',
      here: 'Việc xếp làm ngay trong trình duyệt này. Tên bạn gõ không gửi đi đâu; đầu mối chỉ biết khi bạn đồng ý ở gần cuối.',
      sort: 'Xếp đầu mối theo nơi này',
      sorted: (names: string) =>
        `Y tế và hội, đoàn thể vẫn đứng trước; trong mỗi nhóm, đầu mối nhận người ở ${names} lên đầu.`,
      noneThere: (names: string) =>
        `Chưa có đầu mối nào ghi là nhận người ở ${names}. Bạn vẫn chọn được đầu mối ở nơi khác.`,
      unknown:
        'Chưa xếp được: không tìm ra nơi này, hoặc có nhiều nơi cùng tên. Hãy xem lại tên, thêm tên tỉnh, hoặc tự chọn trong danh sách.',
      failed: 'Chưa tải được danh sách xã, phường nên chưa xếp được. Hãy tự chọn trong danh sách.',
    },
    desk: {
      legend: 'Gửi đến đầu mối nào?',
      hint: 'Chỉ đầu mối bạn chọn mở được lời bạn viết. Đầu mối y tế và hội, đoàn thể đứng trước.',
    },
    answerBy: {
      legend: 'Bạn muốn được trả lời thế nào?',
      code: 'Chỉ ở trang này, tôi quay lại bằng mã',
      phone: 'Gọi điện cho tôi',
      phoneHint: 'Số điện thoại được niêm phong riêng; cán bộ phải ghi lý do mới mở được.',
    },
    call: {
      title: 'Gọi cho bạn thế nào cho an toàn?',
      hint: 'Chỉ điền phần này khi bạn chọn được gọi điện.',
    },
    phone: { label: 'Số điện thoại', hint: 'Ví dụ: 0912 345 678' },
    safeHours: {
      label: 'Giờ nào gọi thì an toàn cho bạn?',
      hint: 'Không bắt buộc. Ví dụ: 12 giờ đến 13 giờ các ngày trong tuần',
    },
    opening: {
      label: 'Người gọi nên nói câu gì đầu tiên?',
      hint: 'Không bắt buộc. Một câu mà ai nghe cũng không biết là chuyện gì, ví dụ: “Tôi gọi về cuốn sách bạn hỏi mượn”. Để trống thì người gọi chỉ hỏi bạn có tiện nói chuyện không.',
    },
    words: {
      title: 'Lời của bạn',
      label: 'Bạn muốn hỏi hay kể điều gì?',
      hint: (limit: string) =>
        `Không cần nói tên. Đừng viết tên người bán, người cùng dùng hay địa điểm. Nhiều nhất ${limit} ký tự.`,
      relative: 'Nếu hỏi cho người thân: đừng viết điều gì giúp nhận ra người đó.',
    },
    consent: {
      title: 'Bạn đồng ý những gì?',
      legend: 'Đọc và trả lời',
      read: 'Tôi đồng ý để đầu mối đã chọn đọc điều tôi viết và trả lời tôi. Tôi biết đây là thông tin nhạy cảm về sức khỏe và đời sống riêng. Có mã thì tôi rút lại được bất cứ lúc nào; chọn chỉ hỏi một lần thì không rút lại được.',
      readWithCode:
        'Tôi đồng ý để đầu mối đã chọn đọc điều tôi viết và trả lời tôi. Tôi biết đây là thông tin nhạy cảm về sức khỏe và đời sống riêng. Tôi rút lại được bất cứ lúc nào bằng mã.',
      readOnce:
        'Tôi đồng ý để đầu mối đã chọn đọc điều tôi viết. Tôi biết đây là thông tin nhạy cảm về sức khỏe và đời sống riêng. Tôi chọn chỉ hỏi một lần, nên gửi rồi thì không rút lại và không xóa được.',
      callLegend: 'Gọi điện',
      call: 'Tôi đồng ý để đầu mối gọi vào số tôi đã ghi, trong giờ và bằng câu tôi đã chọn.',
      placeLegend: 'Nơi ở',
      place: 'Tôi đồng ý để đầu mối biết nơi ở tôi đã ghi.',
      placeHint: 'Nếu đã ghi nơi ở: để trống ô dưới đây thì nơi ở không được gửi đi.',
      callHint: 'Chỉ đánh dấu ô dưới đây khi bạn chọn được gọi điện.',
    },
    next: 'Tiếp tục',
    back: 'Quay lại',
    stillAsk: 'Vẫn gửi câu hỏi',
    check: {
      title: 'Xem lại trước khi gửi',
      text: 'Chưa có gì được gửi đi. Dòng nào cũng sửa được.',
      /** On the plain page, where the server draws it. */
      plainText:
        'Chưa có gì được gửi đến đầu mối hay được giữ lại. Dòng nào cũng sửa được: bấm “Sửa”, những câu khác vẫn còn nguyên.',
      button: 'Xem lại trước khi gửi',
    },
    changing: {
      lead: 'Bạn đang sửa câu:',
      kept: 'Những câu khác vẫn như bạn đã trả lời.',
      rest: 'Sửa xong, bấm “Xem lại trước khi gửi” ở cuối trang.',
    },
    submit: 'Gửi yêu cầu',
  },
  receipt: {
    title: 'Đã nhận yêu cầu của bạn',
    codeTitle: 'Mã của bạn',
    keep: 'Phải có mã mới xem được trả lời. Chúng tôi không có bản nào khác và không cấp lại được.',
    byHand:
      'Cách chắc nhất: chép ra giấy, từng nhóm một, và đừng ghi đó là mã gì. Chỉ chụp màn hình khi máy này là của riêng bạn.',
    reloadServer:
      'Tải lại trang này thì mã vẫn hiện, cho đến khi bạn báo là đã lưu. Đóng trang thì không chắc mở lại được.',
    reloadHere:
      'Tải lại hay đóng trang này là mất mã: mã chỉ nằm trong bộ nhớ của trang. Nhiều trình duyệt sẽ hỏi trước, nhưng không phải trình duyệt nào cũng hỏi.',
    waysTitle: 'Lưu mã vào máy này',
    waysHint:
      'Tệp và ảnh chỉ có dãy mã, không ghi đó là mã gì. Bản in thì có cả tên trang này. Máy dùng chung thì đừng lưu: hãy chép ra giấy.',
    copy: 'Sao chép mã',
    text: 'Lưu thành tệp ghi-chu.txt',
    image: 'Lưu thành ảnh anh.png',
    print: 'In trang này',
    qr: 'Hiện mã QR',
    missing:
      'Trình duyệt này không làm được mọi cách lưu, như khi mở trang trong Zalo hay Facebook. Cách nào thiếu thì hãy chép tay ra giấy.',
    qrHint: 'Quét bằng một máy khác của bạn. Trong hình chỉ có dãy mã, không có địa chỉ trang nào.',
    proofTitle: 'Bạn đã lưu được chưa?',
    proofLabel: 'Gõ lại nhóm cuối của mã',
    proofHint: 'Năm ký tự cuối. Hãy nhìn vào bản bạn đã chép hoặc đã lưu, đừng nhìn mã ở trên.',
    saved: 'Tôi đã lưu mã',
    skipHint: 'Không gõ lại cũng được, nếu bạn chấp nhận điều này:',
    skip: 'Bỏ qua. Tôi hiểu: mất mã thì không xem được trả lời',
    nextTitle: 'Tiếp theo là gì?',
    comeBack: 'Bạn mở mục “Xem trả lời” và gõ mã: để đọc, viết thêm, hoặc rút yêu cầu.',
    noAnswer:
      'Đã qua hai buổi trong giờ trả lời mà chưa thấy gì? Đừng chờ thêm: dùng mã viết thêm một lời nhắn, gửi yêu cầu đến đầu mối khác, hoặc',
    toDirectory: 'tìm nơi khác trong danh bạ',
    inDanger: 'Đang nguy hiểm thì đừng chờ: gọi 115. Dưới 18 tuổi: gọi 111.',
    deskTitle: 'Nơi nhận yêu cầu của bạn',
    notRegistration:
      'Đây không phải là đăng ký cai nghiện. Nếu bạn đã được thông báo kết quả, thời hạn 24 giờ để đăng ký với Công an cấp xã (hoặc trên Cổng Dịch vụ công quốc gia, VNeID) vẫn chạy.',
    savedTitle: 'Xong. Bạn có thể đóng trang này',
    savedText:
      'Mã sẽ không hiện lại ở đây, để người mở máy sau bạn không thấy. Khi cần, mở mục “Xem trả lời” và gõ mã.',
    /** Where the server drew the page with the code, which the browser then keeps. */
    closeWindow:
      'Trình duyệt có thể còn giữ trang trước trong ít phút. Hãy đóng hẳn cửa sổ này, để không ai bấm “Quay lại” mà xem được.',
    notClosed:
      'Lúc này máy chủ chưa ghi được là bạn đã lưu, nên nếu có người bấm “Quay lại” thì mã có thể vẫn hiện. Hãy đóng hẳn cửa sổ này.',
    beforeTitle: 'Yêu cầu này đã được nhận từ trước',
    before:
      'Không có gì bị gửi hai lần. Nếu sau lần gửi đó bạn có sửa gì thì phần sửa chưa được gửi: hãy mở mục “Xem trả lời” để viết thêm. Mã không hiện lại vì bạn đã báo là đã lưu, hoặc đã quay lại bằng mã: từ lúc đó, hiện lại mã chỉ có ích cho người mở máy sau bạn.',
    toFollow: 'Mở mục Xem trả lời',
  },
} as const;

/** The console's view for putting many requests away in one act. */
export const setAside = {
  link: 'Bỏ hàng loạt',
  title: 'Bỏ hàng loạt',
  back: 'Về danh sách',
  text: (days: number) =>
    `Chỉ bỏ những yêu cầu rõ ràng do máy gửi hoặc để phá. Người gửi thấy yêu cầu đã đóng và lý do; họ viết thêm thì yêu cầu trở lại danh sách. Bạn lấy lại được trong ${days} ngày, sau đó yêu cầu bị xóa hẳn.`,
  openTitle: 'Đang trong danh sách',
  openEmpty: 'Không có yêu cầu nào đang mở.',
  openLine: (hour: string, status: string) => `Đến lúc ${hour}. ${status}`,
  asideTitle: 'Đã bỏ',
  asideEmpty: 'Chưa bỏ yêu cầu nào.',
  asideLine: (hour: string, end: string) => `Đến lúc ${hour}. Xóa hẳn sau ${end}`,
  all: 'Chọn tất cả, hoặc bỏ chọn',
  putAside: 'Bỏ các yêu cầu đã chọn',
  takeBack: 'Lấy lại các yêu cầu đã chọn',
  nonePicked: 'Hãy chọn ít nhất một yêu cầu.',
  wasPutAside: (count: number) => `Đã bỏ ${count} yêu cầu. Muốn lấy lại, chọn ở mục “Đã bỏ”.`,
  wasTakenBack: (count: number) => `Đã lấy lại ${count} yêu cầu.`,
  unread: (count: number, day: string) =>
    `${count} yêu cầu chờ đã lâu mà chưa ai mở. Từ ngày ${day}, lời chưa mở sẽ bị xóa: hãy đọc trước ngày đó.`,
} as const;

/** Said of a desk to which very many requests came within the hour. */
export const busyDesk =
  'Lúc này có rất nhiều yêu cầu cùng đến đây, nên trả lời có thể chậm hơn. Đang nguy hiểm thì đừng chờ: gọi 115.';

/** Why a request was closed, where that was not the desk's plain decision. */
export const closedWhy = {
  silence: (days: number) => `Tự đóng vì đã ${days} ngày không ai viết thêm`,
  setAside:
    'Đầu mối bỏ qua vì cho rằng không phải lời nhờ giúp thật. Nếu đúng là bạn, hãy viết thêm một lời nhắn: yêu cầu sẽ mở lại',
} as const;

/** How long things stay; the days come from domain/retention.ts. */
export const retention = {
  title: 'Yêu cầu được giữ bao lâu?',
  texts: (days: {
    silent: number;
    closed: number;
    unread: number;
    erasedCode: number;
    history: number;
    backup: number;
    months: number;
  }) => [
    `Bạn rút lúc nào thì xóa lúc đó. Không rút thì: sau ${days.silent} ngày không ai viết thêm, yêu cầu tự đóng; đóng được ${days.closed} ngày thì xóa. Bị đầu mối bỏ qua, vì tưởng không phải lời nhờ giúp thật, cũng là đóng: trang “Xem trả lời” nói rõ, và bạn viết thêm thì yêu cầu mở lại. Lời còn chờ mà đầu mối chưa mở thì xóa sau ${days.unread} ngày.`,
    `Xóa rồi, dấu của mã còn ${days.erasedCode} ngày, lịch sử của máy chủ dữ liệu còn ${days.history} ngày nữa. Bản dự phòng, nếu người vận hành có giữ, còn mở được trong nhiều nhất ${days.backup} ngày. Trong lúc đó, nếu máy chủ mất hết và phải dựng lại, yêu cầu có thể trở lại; bạn xóa lại được bằng mã.`,
    `Sau cùng còn những con số theo tháng (bao nhiêu yêu cầu đã đến, đã trả lời, đã rút), giữ ${days.months} tháng. Sổ việc của đầu mối cũng còn: vào giờ nào cán bộ đã mở hay trả lời một yêu cầu. Không gì ở đó dẫn về bạn.`,
  ],
} as const;

/** A message that could not be sent because the thread could not be opened. */
export const unsentReply = {
  title: 'Chưa biết lời nhắn đã đến nơi chưa',
  /** Where it was refused before anything of it was stored. */
  titleRefused: 'Lần này chưa gửi được lời nhắn',
  text: 'Lời bạn viết vẫn ở đây. Bấm gửi lại không làm lời nhắn bị gửi hai lần.',
  again: 'Gửi lại lời nhắn',
} as const;

/** What a portal that takes no requests now offers beside the directory. */
export const closedPortal = {
  toPhones: 'Các số điện thoại gọi được ngay',
} as const;

/** The page before the first question; `sections` say in full what `short` says in a line each. */
export const beforeYouWrite = {
  emergency: 'Khó thở, gọi không tỉnh, co giật: gọi ngay, đừng viết ở đây.',
  child: 'Dưới 18 tuổi: gọi được cả ngày đêm, miễn phí.',
  title: 'Trước khi bạn viết',
  short: [
    {
      lead: 'Chỉ đầu mối bạn chọn đọc được,',
      text: 'và bạn khi có mã. Không tuyệt đối: ai sửa được chương trình của trang thì đọc được lời gửi sau đó.',
    },
    {
      lead: 'Không phải đăng ký cai nghiện',
      text: 'với Công an cấp xã. Hỏi ở đây không lập hồ sơ, không làm thời hạn nào bắt đầu chạy.',
    },
    {
      lead: 'Đã được thông báo là nghiện?',
      text: 'Luật cho 24 giờ để đăng ký; gửi ở đây không dừng được thời hạn đó.',
    },
    { lead: 'Vẫn thấy được:', text: 'máy, nhà mạng và Cloudflare có thể nhớ là đã mở trang.' },
    {
      lead: 'Có người đến gần?',
      text: 'Bấm “Thoát nhanh” ở trên cùng. Máy dùng chung: mở cửa sổ ẩn danh trước.',
    },
  ],
  toSections: 'Đọc kỹ hơn từng điều',
  sectionsTitle: 'Nói kỹ hơn từng điều',
  againTitle: 'Những điều đã nói trước khi bạn viết',
  sections: [
    {
      title: 'Ai đọc được lời bạn viết?',
      texts: [
        'Chỉ đầu mối bạn chọn, và bạn khi có mã. Trước khi bạn chọn, trang cho biết ai điều hành từng đầu mối (y tế, hội, đoàn thể, Ủy ban nhân dân, tư nhân hay công an). Trang cũng cho biết họ có thể phải làm gì với điều bạn kể, giờ trả lời và lần mở hộp thư gần nhất.',
        'Lời bạn viết được niêm phong trước khi lưu; ai chỉ lấy được cơ sở dữ liệu thì không mở được.',
        'Nhưng nếu trình duyệt tắt JavaScript, máy chủ thấy chữ của bạn trong lúc niêm phong. Và ai sửa được chương trình của trang thì đọc được những yêu cầu gửi sau đó.',
      ],
    },
    {
      title: 'Đây có phải là đăng ký cai nghiện không?',
      texts: [
        'Không. Đăng ký theo luật thì làm với Công an cấp xã: đến tận nơi, trên Cổng Dịch vụ công quốc gia hoặc trong VNeID, và không ẩn danh. Hỏi ở đây không lập hồ sơ và không làm thời hạn nào bắt đầu chạy.',
      ],
    },
    {
      title: 'Luật chờ gì ở người đã được thông báo kết quả?',
      texts: [
        'Người đã được thông báo là nghiện ma túy có 24 giờ để đăng ký cai nghiện tự nguyện với Công an cấp xã nơi cư trú. Luật cũng cho đăng ký điều trị bằng thuốc thay thế, như methadone, thay vì cai. Không đăng ký thì có thể bị đưa đi cai nghiện bắt buộc.',
        'Câu hỏi gửi ở đây không dừng được thời hạn đó. Theo Nghị định 163/2026/NĐ-CP, Điều 89 khoản 1; Luật 120/2025/QH15, Điều 31 khoản 6 và Điều 35 khoản 1. Đối chiếu ngày 21/11/2026.',
      ],
    },
    {
      title: 'Điều gì vẫn còn thấy được?',
      texts: [
        'Trang này không lưu địa chỉ mạng và không đặt cookie cho bạn. Nhưng máy này, nhà mạng và Cloudflare (nơi đặt trang) vẫn có thể giữ dấu vết là đã mở trang.',
        'Người vận hành thấy có một yêu cầu, gửi đến đầu mối nào, lúc nào, dài cỡ nào.',
      ],
    },
    {
      title: 'Rời trang này thật nhanh bằng cách nào?',
      texts: [
        'Bấm “Thoát nhanh” ở đầu trang, hoặc nhấn phím Shift ba lần liền nhau: trang tìm thời tiết mở ra thay vào. Nút này không xóa được lịch sử trình duyệt, tệp đã tải và yêu cầu đã gửi.',
        'Trình duyệt tắt JavaScript thì chỉ nút mới dùng được, và “Quay lại” về đúng trang này: hãy đóng luôn trang.',
      ],
    },
    {
      title: 'Máy dùng chung thì làm gì?',
      texts: [],
      steps: [
        'Mở cửa sổ ẩn danh (còn gọi là riêng tư) rồi mới vào trang này. Trong Zalo hay Facebook không có cửa sổ đó: hãy dùng trình duyệt của máy. Nếu sợ máy bị theo dõi, hãy dùng máy khác.',
        'Đừng lưu mã vào máy đó: chép mã ra giấy, đừng ghi là mã gì. Mã đã sao chép còn nằm trong bộ nhớ tạm và có khi trong gợi ý của bàn phím; tệp và ảnh còn nằm trong mục Tải về, có khi lên cả kho ảnh chung.',
        'Xong thì đóng cửa sổ. Nếu không dùng cửa sổ ẩn danh: mở Lịch sử, xóa từng dòng có “Điểm Tựa”. Xóa tất cả có thể làm người dùng chung máy để ý.',
      ],
    },
    {
      title: 'Đang khẩn cấp thì làm gì?',
      texts: [
        'Đừng chờ trả lời ở đây. Khó thở, gọi không tỉnh, co giật, đau ngực: gọi 115. Dưới 18 tuổi, hoặc lo cho một em dưới 18 tuổi: gọi 111, miễn phí, cả ngày đêm.',
      ],
    },
  ],
} as const;

/** Asking without keeping a code. */
export const askOnce = {
  legend: 'Bạn có muốn giữ mã để quay lại không?',
  label: 'Chỉ hỏi một lần, không cần mã',
  hint: 'Chọn ô này thì không có mã nào hiện ra hay được giữ lại. Bạn sẽ không đọc được trả lời ở trang này, không viết thêm, và không rút hay xóa yêu cầu được nữa. Đầu mối chỉ trả lời được nếu bạn đã chọn “Gọi điện cho tôi”.',
  keep: 'Có, tôi giữ mã',
  title: 'Đã gửi. Bạn không phải giữ gì',
  noCode:
    'Không có mã nào được giữ lại để mở yêu cầu này. Vì thế yêu cầu này không xem lại, không viết thêm và không rút được nữa.',
  noAnswer: 'Muốn hỏi lại, hay muốn có nơi để đọc trả lời?',
  again: 'Gửi một yêu cầu mới',
  done: 'Bạn có thể đóng trang này.',
} as const;

/** What the request page says while it is filled in and sent; the script in the browser needs these alone. */
export const requestMessages = {
  sealedHere: 'Trình duyệt này niêm phong lời bạn viết trước khi gửi. Máy chủ không thấy chữ của bạn.',
  sealedByServer:
    'Trình duyệt này không tự niêm phong được. Nếu bạn bấm gửi, máy chủ niêm phong thay bạn, và trong khoảnh khắc đó có thấy chữ của bạn.',
  sending: 'Đang niêm phong và gửi…',
  arrived: (desk: string, hour: string) => `${desk} nhận lúc ${hour}.`,
  desk: {
    about: (desk: {
      kind: string;
      operator: string;
      duty: string;
      hours: string;
      opened: string;
      /** Names of units; empty for everywhere. */
      area: string;
    }) =>
      `${desk.kind}: ${desk.operator}. ${desk.duty} Nhận câu hỏi từ ${desk.area || 'mọi nơi'}. Giờ trả lời: ${desk.hours}. ${desk.opened}`,
    opened: (hour: string) => `Mở hộp thư gần nhất: ${hour}.`,
    neverOpened: 'Chưa mở hộp thư lần nào.',
  },
  problems: {
    resultKnown: 'Thiếu câu trả lời về thời hạn 24 giờ. Hãy bắt đầu lại từ trang đầu của yêu cầu.',
    forWhom: 'Hãy chọn bạn hỏi cho ai.',
    ageBand: 'Hãy chọn độ tuổi, hoặc chọn “Không muốn trả lời”.',
    help: 'Hãy chọn ít nhất một điều bạn cần, hoặc viết vài dòng ở ô “Bạn muốn hỏi hay kể điều gì?”.',
    substances: 'Hãy chọn lại chất đã dùng.',
    urgency:
      'Bạn chọn là đang có dấu hiệu nguy hiểm: hãy gọi 115 trước. Sau đó bấm lần nữa, nếu vẫn muốn gửi.',
    place: 'Tên nơi ở dài quá 100 ký tự. Hãy chỉ viết tên xã, phường.',
    opening: 'Câu mở đầu dài quá 200 ký tự. Hãy viết ngắn lại.',
    once: 'Hãy chọn lại cách giữ mã.',
    consentPlace: 'Hãy chọn lại việc cho biết nơi ở.',
    desk: 'Hãy chọn một đầu mối để gửi.',
    answerBy: 'Hãy chọn cách bạn muốn được trả lời.',
    consentRead: 'Cần bạn đồng ý cho đầu mối đọc thì chúng tôi mới gửi được.',
    consentCall: 'Bạn chọn được gọi điện: hãy đánh dấu đồng ý cho gọi, hoặc chọn cách trả lời khác.',
    phone: 'Hãy viết số điện thoại từ 8 đến 15 chữ số, như 0912 345 678, hoặc chọn cách trả lời khác.',
    safeHours: 'Giờ gọi dài quá 200 ký tự. Hãy viết ngắn lại.',
    words: 'Lời kể dài quá 3.000 ký tự. Hãy viết ngắn lại; phần còn lại có thể gửi thêm sau.',
  },
  failed: {
    code: 'Trang này mở đã lâu hoặc bị thiếu mã. Chữ bạn viết vẫn còn: hãy xem lại rồi bấm tiếp.',
    network:
      'Mất kết nối nên chưa biết lần gửi vừa rồi có đến nơi không. Chữ bạn viết vẫn còn: hãy bấm gửi lại, yêu cầu sẽ không bị gửi hai lần.',
    unsent: 'Chưa gửi được vì mất kết nối. Chữ bạn viết vẫn còn: hãy bấm gửi lại.',
    unsealed:
      'Trình duyệt chưa niêm phong được nên chưa có gì rời máy bạn. Chữ bạn viết vẫn còn: hãy bấm gửi lại.',
  },
} as const;

/** The field that people do not see (domain/trap.ts). */
export const trap = {
  label: 'Ô này để trống; người gửi thật không nhìn thấy nó.',
  sprung:
    'Chưa gửi. Trình duyệt hoặc ứng dụng của bạn đã tự điền vào một ô ẩn dùng để nhận ra máy gửi tự động. Chúng tôi đã xóa chữ trong ô đó; chữ bạn viết vẫn còn. Hãy bấm một lần nữa.',
} as const;

/** What the receipt says while the code is saved; the scripts in the browser need these alone. */
export const receiptMessages = {
  /** What comes next, by whom and when. */
  byDesk: (desk: { name: string; hours: string; opened: string }) =>
    `Cán bộ của ${desk.name} mở hộp thư, đọc và trả lời. Giờ trả lời: ${desk.hours}. ${desk.opened} Chúng tôi không hứa được ngày nào có trả lời.`,
  proof: {
    empty: 'Hãy gõ năm ký tự cuối của mã, nhìn từ bản bạn đã lưu.',
    'other-group': 'Đây là một nhóm khác trong mã. Hãy gõ nhóm cuối cùng, nhóm thứ năm.',
    wrong:
      'Nhóm này chưa khớp, có thể bản bạn lưu bị sai một ký tự. Mã vẫn còn trên trang này: hãy so lại từng nhóm, sửa bản đã lưu rồi gõ lại.',
  },
  skippedText:
    'Bạn đã chọn không gõ lại. Mã sẽ không hiện lại ở đây, để người mở máy sau bạn không thấy. Nếu chưa lưu được mã, bạn có thể gửi một yêu cầu mới; yêu cầu này vẫn đến đầu mối.',
  copied:
    'Đã sao chép. Dán vào chỗ chỉ mình bạn mở được. Máy vẫn nhớ mã trong bộ nhớ tạm cho đến khi bạn sao chép thứ khác.',
  file: 'Đã bảo trình duyệt lưu. Hãy mở mục Tải về để xem tệp có đó thật không.',
  failed: 'Trình duyệt này không cho làm cách đó. Hãy chép mã ra giấy.',
  qrFailed: 'Chưa tải được phần vẽ mã QR. Hãy chép mã ra giấy, hoặc thử lại.',
  qrName: 'Mã QR chứa mã của bạn',
  qrHide: 'Ẩn mã QR',
  textName: 'ghi-chu.txt',
  imageName: 'anh.png',
  once: {
    answer: {
      code: 'Bạn không để lại số điện thoại, nên sẽ không có trả lời. Đầu mối vẫn đọc được điều bạn viết.',
      phone: 'Đầu mối chỉ trả lời bằng cách gọi vào số bạn đã ghi.',
    },
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
    'Máy chủ mở niêm phong giúp bạn. Trong khoảnh khắc đó máy chủ thấy mã và nội dung, nhưng không lưu lại.',
  statusTitle: 'Yêu cầu của bạn',
  messagesTitle: 'Trao đổi',
  noMessages: 'Chưa có trả lời. Bạn có thể quay lại sau, vẫn bằng mã này.',
  replyTitle: 'Viết thêm',
  replyLabel: 'Lời nhắn cho đầu mối',
  replyHint: (limit: string) =>
    `Đừng viết tên người bán, người cùng dùng hay nơi mua, nơi dùng. Nhiều nhất ${limit} ký tự.`,
  replySubmit: 'Gửi lời nhắn',
  withdrawHint: 'Xóa hết lời bạn viết và các trả lời. Không lấy lại được.',
  withdrawAsk: 'Rút và xóa',
  withdrawSure: 'Bạn chắc chắn muốn xóa?',
  withdrawExplain: (days: { backup: number }) =>
    `Lời bạn viết và các trả lời bị xóa ngay, mã của bạn hết tác dụng. Nếu người vận hành có giữ bản dự phòng, phòng khi máy chủ mất hết, thì bản đó còn mở được trong nhiều nhất ${days.backup} ngày. Sau đó không ai mở lại được, kể cả chúng tôi. Điều cán bộ đã đọc thì không xóa khỏi trí nhớ của họ được.`,
  withdrawConfirm: 'Xóa yêu cầu của tôi',
  withdrawKeep: 'Không, giữ lại',
  withdrawnTitle: 'Đã xóa yêu cầu của bạn',
  withdrawn: 'Mã của bạn không còn mở được gì nữa. Bạn có thể gửi yêu cầu mới bất cứ lúc nào.',
  withdrawnRemains: (days: { backup: number }) =>
    `Bản dự phòng, nếu người vận hành có giữ, còn mở được trong nhiều nhất ${days.backup} ngày. Chúng tôi còn giữ một dấu vết của mã, từ đó không suy ra được mã hay lời bạn viết, để trang cũ lỡ gửi lại thì yêu cầu không được nhận lần nữa.`,
  withdrawnNextTitle: 'Đi tiếp từ đây',
  withdrawnNext: [
    { href: '/', text: 'Về trang đầu' },
    { href: '/danh-ba/', text: 'Tìm nơi giúp' },
    { href: 'tel:115', text: 'Có người đang nguy hiểm: gọi 115' },
  ],
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
  /** Asked before a view with something typed and not sent or saved is left. */
  unsaved: 'Bạn có chữ đã gõ mà chưa gửi hoặc chưa lưu. Rời đi thì mất. Vẫn rời đi?',
  title: 'Bàn làm việc của cán bộ',
  /** What the window is called while a view is shown. */
  windowTitle: (view: string) => `${view} — Bàn làm việc của cán bộ`,
  description: 'Nơi cán bộ đầu mối mở và trả lời yêu cầu.',
  footer: 'Trang dành cho cán bộ của đầu mối. Xong việc, bạn hãy đăng xuất.',
  /** Stands until the script has run, so it is also what a browser without scripts shows. */
  starting:
    'Đang mở bàn làm việc. Nếu dòng này không đổi, hãy bật JavaScript rồi tải lại trang: trang cần JavaScript để mở niêm phong ngay trên máy của bạn.',
  signIn: {
    title: 'Đăng nhập',
    text: 'Dùng khóa truy cập (passkey) đã đăng ký trên thiết bị này. Khóa của đầu mối chỉ nằm trong bộ nhớ của trang; tải lại trang là phải đăng nhập lại.',
    button: 'Đăng nhập bằng khóa truy cập',
    noPasskey: 'Chưa có khóa truy cập? Hãy xin quản trị viên một liên kết mời.',
    signedOut: 'Đã đăng xuất.',
    signingOut: 'Đang đăng xuất…',
    maybeSignedIn: (minutes: number) =>
      `Trang đã đóng: chìa khóa và lời đã mở không còn ở đây. Nhưng mất kết nối hoặc máy chủ đang bận, nên phiên đăng nhập trên máy chủ có thể còn tới ${minutes} phút. Nếu máy này dùng chung, khi có mạng hãy đăng nhập rồi đăng xuất lại.`,
    locked: (minutes: number) =>
      `Trang đã khóa vì ${minutes} phút không ai dùng. Lời đang viết dở không được giữ lại.`,
  },
  register: {
    title: 'Đăng ký cán bộ',
    officer: 'Cán bộ',
    desk: 'Đầu mối',
    noDesk: 'Không gắn với đầu mối nào',
    steps: [
      'Bạn tạo một khóa truy cập (passkey) trên thiết bị này. Về sau bạn đăng nhập bằng khóa này.',
      'Trang cho bạn một thẻ khóa để in ra. Bạn cần thẻ khi đầu mối đổi chìa khóa, hoặc khi thiết bị không mở được khóa của đầu mối.',
    ],
    recoveryLabel: 'Mã phục hồi của đầu mối',
    recoveryHint: 'Mã trên phiếu phục hồi mà người phụ trách đầu mối giữ. 25 chữ và số.',
    button: 'Tạo khóa truy cập',
    unsure:
      'Máy chủ chưa trả lời, nên chưa biết đã đăng ký xong hay chưa. Hãy đăng nhập thử. Có mạng mà vẫn không được thì hãy mở lại liên kết mời; liên kết không dùng được nữa thì xin quản trị viên một liên kết mới.',
  },
  card: {
    title: 'Thẻ khóa của bạn',
    once: 'Hãy in thẻ này hoặc chép lại ra giấy ngay bây giờ. Mã chỉ hiện một lần.',
    name: 'Thẻ khóa',
    desk: 'Đầu mối',
    madeOn: 'Ngày làm thẻ',
    day: (at: { day: string; month: string; year: string }) => `${at.day}/${at.month}/${at.year}`,
    codeTitle: 'Mã',
    opens:
      'Thẻ mở khóa của đầu mối này, sau khi cán bộ đã đăng nhập bằng khóa truy cập. Chỉ có thẻ thì chưa mở được gì.',
    keepApart: 'Cất ở nơi khóa kín, tách khỏi điện thoại và máy tính dùng để đăng nhập.',
    found: 'Ai nhặt được, xin trao lại cho đầu mối.',
    lost: 'Mất thẻ, hãy báo ngay quản trị viên. Mất khóa truy cập, hãy xin quản trị viên một liên kết mời mới.',
    noPrf:
      'Trên thiết bị này, khóa truy cập chỉ để đăng nhập, chưa mở được khóa của đầu mối (thiết bị thiếu PRF). Mỗi lần đăng nhập, bạn gõ thêm mã trên thẻ khóa.',
    print: 'In thẻ khóa',
    button: 'Tôi đã cất thẻ khóa',
    unsureTitle: 'Chưa biết đã đăng ký xong hay chưa',
    unsure:
      'Máy chủ chưa trả lời, nhưng có thể bạn đã được đăng ký. Thẻ này khi đó là thẻ của bạn: hãy giữ lại, rồi đăng nhập thử.',
    ifRefused:
      'Có mạng mà vẫn không đăng nhập được thì hãy hủy thẻ vừa làm và mở lại liên kết mời. Liên kết không dùng được nữa thì xin quản trị viên một liên kết mới.',
    unsureButton: 'Tôi đã cất thẻ, đăng nhập thử',
  },
  unlock: {
    title: 'Mở bằng thẻ khóa',
    text: 'Bạn đã đăng nhập, nhưng thiết bị này không mở được khóa của đầu mối. Hãy gõ mã trên thẻ khóa của bạn.',
    label: 'Mã trên thẻ khóa',
    hint: '25 chữ và số. Chữ hoa hay thường, có dấu cách hay không đều được.',
    button: 'Mở khóa',
    wrong: 'Thẻ này không mở được khóa của đầu mối. Hãy so lại từng nhóm, hoặc dùng đúng thẻ của bạn.',
  },
  alarm: {
    title: 'Dừng lại: chìa khóa của đầu mối không khớp',
    swapped:
      'Khóa mà trang đang phát cho người gửi không phải khóa bạn vừa mở. Có thể ai đó đã sửa cơ sở dữ liệu để đọc các yêu cầu mới.',
    forged:
      'Khóa vừa mở ra không mang dấu mà thẻ khóa, khóa truy cập hoặc phiếu phục hồi của bạn đã đóng khi được trao khóa. Có thể ai đó đã sửa cơ sở dữ liệu để đọc các yêu cầu mới.',
    steps: [
      'Đừng trả lời yêu cầu nào.',
      'Báo ngay người phụ trách đầu mối và quản trị viên.',
      'Đề nghị ngừng nhận yêu cầu cho đến khi tìm ra nguyên nhân.',
    ],
  },
  list: {
    title: 'Yêu cầu của đầu mối',
    count: (total: number, unread: number, time: string) =>
      `${total} yêu cầu, ${unread} có tin chưa đọc. Xem lúc ${time}.`,
    empty: 'Chưa có yêu cầu nào.',
    emptyHint: 'Yêu cầu mới không tự hiện ra: hãy bấm “Xem lại danh sách”.',
    full: 'Chỉ hiện 200 yêu cầu chờ lâu nhất.',
    open: 'Mở yêu cầu',
    arrived: (hour: string) => `đến lúc ${hour}`,
    status: {
      received: 'Có tin chưa đọc',
      read: 'Đã đọc, chưa trả lời',
      answered: 'Đã trả lời',
      closed: 'Đã đóng',
    },
    refresh: 'Xem lại danh sách',
    signOut: 'Đăng xuất',
  },
  inquiry: {
    title: 'Yêu cầu',
    back: 'Về danh sách',
    arrived: (hour: string) => `Đến lúc ${hour}`,
    resultKnown: 'Đã được thông báo kết quả xác định tình trạng nghiện',
    forWhom: 'Hỏi cho ai',
    ageBand: 'Độ tuổi',
    help: 'Cần',
    words: 'Lời kể',
    none: 'Không nêu',
    noWords: 'Người gửi không viết thêm lời nào.',
    substances: 'Chất đã dùng',
    urgency: 'Mức gấp',
    place: 'Nơi ở',
    unsaid: 'Không trả lời',
    onceRule:
      'Người gửi chỉ hỏi một lần và không giữ mã: không ai đọc được trả lời ở đây. Chỉ trả lời được bằng điện thoại, nếu phần liên hệ có số.',
    dangerRule: 'Người gửi báo có dấu hiệu nguy hiểm. Trang đã bảo gọi 115; hãy mở và trả lời trước hết.',
    relativeRule: 'Hỏi cho người thân: chỉ tư vấn. Không lập hồ sơ và không tìm người đó từ những lời này.',
    under18Rule: 'Người cần giúp dưới 18 tuổi: không báo cho cha mẹ khi chưa nói trước với em; nhắc số 111.',
    clockRule:
      'Người này có thể đang trong thời hạn 24 giờ để đăng ký với Công an cấp xã. Hãy nhắc điều đó trước tiên.',
    problems: {
      desk: 'Phong bì này ghi cho một đầu mối khác. Có thể ai đó đã chuyển dòng trong cơ sở dữ liệu. Không hiện nội dung; hãy báo quản trị viên.',
      recipient:
        'Khóa nhận trả lời trong cơ sở dữ liệu khác với khóa người gửi ghi trong phong bì. Có thể ai đó muốn đọc trả lời của bạn. Không hiện nội dung; hãy báo quản trị viên.',
      proof: 'Phần này không thuộc về yêu cầu đang mở. Không hiện nội dung; hãy báo quản trị viên.',
      outdated:
        'Phần liên hệ này không phải bản mới nhất mà người gửi đã nhắn trong trao đổi. Đừng gọi theo bản cũ; hãy báo quản trị viên.',
      altered:
        'Nội dung đã bị thay đổi hoặc bị tráo trong cơ sở dữ liệu. Không hiện nội dung; hãy báo quản trị viên.',
      damaged: 'Không mở được bằng khóa của đầu mối: nội dung được niêm phong cho khóa khác hoặc đã hư.',
    },
    contactTitle: 'Cách liên hệ',
    contactText: 'Cách liên hệ được niêm phong riêng. Hãy chọn lý do để mở; lý do được ghi lại.',
    contactReason: 'Lý do mở',
    reasons: {
      'call-as-asked': 'Người gửi muốn được gọi điện',
      'danger-to-life': 'Có nguy hiểm đến tính mạng',
      'asked-in-message': 'Người gửi nhắn là được mở',
    },
    contactOpen: 'Mở phần liên hệ',
    contactMissing: 'Hãy chọn lý do trước khi mở.',
    byCode: 'Chỉ trả lời ở trang này. Không để lại số điện thoại.',
    call: 'Gọi số',
    safeHours: 'Giờ gọi an toàn',
    anyHours: 'Không ghi',
    opening: 'Câu nói đầu tiên',
    anyOpening: 'Không ghi. Chỉ hỏi có tiện nói chuyện không; đừng nói tên đầu mối hay lý do gọi.',
    messagesTitle: 'Trao đổi',
    noMessages: 'Chưa có lời nhắn nào sau lời kể.',
    fromPerson: 'Người gửi viết',
    fromDesk: 'Đầu mối viết',
    answerTitle: 'Trả lời',
    answerLabel: 'Lời trả lời',
    answerHint: (limit: string) => `Chỉ người giữ mã đọc được. Nhiều nhất ${limit} ký tự.`,
    answerButton: 'Niêm phong và gửi',
    answerMissing: 'Hãy viết lời trả lời trước khi gửi.',
    answerTooLong: 'Lời trả lời dài quá 3.000 ký tự. Hãy viết ngắn lại hoặc gửi làm hai lần.',
    answered: 'Đã gửi trả lời.',
  },
  problems: {
    network: 'Mất kết nối. Hãy thử lại.',
    cancelled: 'Thiết bị chưa xác nhận. Hãy thử lại và làm theo lời nhắc của thiết bị.',
    unsupported:
      'Trình duyệt này không dùng được khóa truy cập. Hãy dùng bản mới của Chrome, Edge, Safari hoặc Firefox.',
    alreadyRegistered: 'Thiết bị này đã có khóa truy cập cho trang. Hãy đăng nhập thay vì đăng ký lại.',
    codeMissing: 'Hãy gõ mã in trên giấy.',
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
  /** Holds the desk's key until the first officer comes; nobody can sign in as them. */
  standIn: 'Người giữ chỗ (hư cấu)',
} as const;

/** How far a place is. Lines are straight; what is not known exactly says from where it is measured. */
export const distances = {
  about: (kilometres: number) =>
    kilometres === 0 ? 'dưới 1 km' : `khoảng ${kilometres.toLocaleString('vi-VN')} km`,
  toCentre: (distance: string, commune: string) => `${distance}, tính từ trung tâm ${within(commune)}`,
  inside: (commune: string) => `ngay trong ${within(commune)}, chưa rõ chỗ nào`,
} as const;

/** "Near me": asking where the visitor is. The last ones are what the script says. */
export const nearMe = {
  title: 'Tìm quanh nơi bạn ở',
  label: 'Xã, phường bạn đang ở',
  hint: 'Tên bây giờ hoặc tên cũ, không cần gõ dấu. Ví dụ: Hoàng Mai.',
  submit: 'Xem nơi gần đó',
  deviceTitle: 'Hoặc dùng vị trí của máy',
  deviceSent:
    'Khi bạn bấm nút, trình duyệt hỏi bạn có cho xem vị trí không. Máy của bạn làm tròn vị trí (sai đi khoảng 1 km) rồi mới gửi. Chúng tôi không lưu lại.',
  deviceKept:
    'Vị trí đã làm tròn sẽ nằm trong địa chỉ trang và lịch sử trình duyệt; nơi đặt máy chủ cũng có thể thấy. Để biết mình ở đâu, máy có thể hỏi Google, Apple hoặc hãng làm máy. Không muốn thì gõ tên xã, phường ở trên.',
  button: 'Dùng vị trí của máy',
  waiting: 'Đang chờ trình duyệt cho biết vị trí…',
  going: 'Đã có vị trí. Đang mở danh sách…',
  denied:
    'Trình duyệt không cho xem vị trí, nên chưa có gì được gửi đi. Bạn vẫn tìm được: gõ tên xã, phường ở ô trên.',
  unavailable: 'Máy chưa biết mình đang ở đâu, nên chưa có gì được gửi đi. Hãy gõ tên xã, phường ở ô trên.',
  timeout: 'Chờ lâu mà chưa có vị trí, nên chưa có gì được gửi đi. Bấm lại, hoặc gõ tên xã, phường ở ô trên.',
  insecure:
    'Trang đang mở qua đường không mã hóa (http), nên trình duyệt không cho xem vị trí. Hãy gõ tên xã, phường ở ô trên.',
} as const;

/** What "near me" answers. */
export const nearAnswer = {
  atPoint: (commune: string, province: string) => `Bạn đang ở gần ${commune}, ${within(province)}.`,
  atCommune: (commune: string, province: string) => `Những nơi gần ${within(commune)}, ${within(province)}`,
  title: 'Những nơi gần bạn',
  registering: (commune: string) => `Đăng ký cai nghiện tự nguyện ở ${within(commune)}`,
  fromPoint:
    'Khoảng cách tính theo đường chim bay từ vị trí đã làm tròn của bạn, sai khoảng 1 km. Đường đi thật dài hơn.',
  fromCommune: (commune: string) =>
    `Khoảng cách tính theo đường chim bay từ trung tâm ${within(commune)}. Đường đi thật dài hơn.`,
  chooseTitle: 'Bạn đang ở xã, phường nào?',
  choose: 'Tên này có ở nhiều nơi, hoặc nay thuộc nhiều xã, phường. Chọn một:',
  inProvince: (commune: string, province: string) => `${commune}, ${within(province)}`,
  chooseMore: 'Còn nữa. Gõ thêm tên huyện cũ hoặc tỉnh để thu hẹp.',
  provinceTitle: 'Hãy gõ tên xã, phường',
  province: (province: string) =>
    `Cả ${within(province)} thì rộng quá để nói nơi nào gần. Gõ tên xã, phường, hoặc`,
  provinceLink: 'xem mọi nơi trong tỉnh, thành phố này',
  unknownTitle: 'Không hiểu tên này',
  unknown:
    'Không có xã, phường hay đơn vị cũ nào mang tên đó. Xem lại cách viết, hoặc chỉ gõ tên, bỏ số nhà và đường.',
  farTitle: 'Vị trí ở quá xa',
  far: 'Vị trí này cách mọi xã, phường của Việt Nam hơn 100 km. Hãy gõ tên xã, phường bạn muốn tìm quanh đó.',
  nothing: 'Danh bạ chưa có nơi nào biết được là gần đây. Không có nghĩa là không có.',
  unplacedTitle: (province: string) => `Cũng ở ${within(province)}, không rõ cách bao xa`,
  unplaced: 'Những nơi này chưa rõ thuộc xã, phường nào, hoặc giữ kín địa chỉ.',
  locator: 'Trên bản đồ chấm',
  locatorNote:
    'Chấm nhỏ: nơi có trung tâm của xã, phường, đặc khu. Chấm to: các nơi trong danh sách có ghi khoảng cách. Không có đường ranh giới vì chúng tôi không có dữ liệu.',
  locatorOrigin: 'Vòng tròn: nơi tính khoảng cách.',
  paracels: 'Hoàng Sa',
  spratlys: 'Trường Sa',
} as const;

/** The page of a commune: where to register there, what is near, what is not known. */
export const commune = {
  title: (commune: string, province: string) => `Đăng ký cai nghiện tự nguyện ở ${commune}, ${province}`,
  description: (commune: string, province: string) =>
    `Đăng ký cai nghiện tự nguyện với Công an ${within(commune)}, ${within(province)}: ba cách nộp, thời hạn 24 giờ, những nơi giúp gần nhất và điều chưa biết.`,
  clockTitle: 'Đã được báo kết quả là nghiện? Bạn có 24 giờ.',
  clock:
    'Trong 24 giờ kể từ khi được báo, bạn cần đăng ký với Công an cấp xã nơi cư trú (Nghị định 163, Điều 89 khoản 1). Không đăng ký thì có thể bị đưa đi cai nghiện bắt buộc (Luật 120, Điều 35 khoản 1). Câu hỏi gửi qua trang này không làm đồng hồ dừng lại.',
  where: 'Đăng ký ở đâu',
  police: (commune: string) =>
    `Nếu bạn cư trú ở đây: Công an ${within(commune)} (Luật 120, Điều 31 khoản 6 và Điều 32 khoản 4; Nghị định 163, Điều 89 khoản 1 điểm a). Nơi khác có thể còn ghi Ủy ban nhân dân xã: đó là luật cũ, hết hiệu lực từ 1/7/2026 (Nghị định 163, Điều 150 khoản 3).`,
  ways: 'Có ba cách nộp (Nghị định 163, Điều 89 khoản 4):',
  wayList: (commune: string) => [
    `đến trực tiếp Công an ${within(commune)};`,
    'nộp trên Cổng Dịch vụ công quốc gia;',
    'nộp qua ứng dụng VNeID. Nộp qua mạng thì phải giữ bản gốc giấy tờ.',
  ],
  cases: [
    'Không có nơi ở ổn định: đăng ký với Công an cấp xã nơi phát hiện việc sử dụng (Nghị định 163, Điều 89 khoản 1 điểm b).',
    'Từ đủ 12 đến dưới 18 tuổi: cha, mẹ, người giám hộ hoặc người đại diện hợp pháp đăng ký (Nghị định 163, Điều 89 khoản 4). Chưa biết nói với ai thì gọi 111, miễn phí.',
    'Đăng ký thật thì không ẩn danh: Công an cấp xã lập danh sách người nghiện (Luật 120, Điều 48 khoản 1).',
  ],
  laws: 'Luật 120 là Luật Phòng, chống ma túy số 120/2025/QH15; Nghị định 163 là Nghị định số 163/2026/NĐ-CP. Cả hai áp dụng từ 1/7/2026.',
  guide: 'Giấy tờ, thời hạn từng bước, chi phí, điều được giữ kín và điều không',
  unknown: 'Điều chúng tôi chưa biết',
  unknowns: (commune: string) => [
    `Địa chỉ, số điện thoại và giờ làm việc của Công an ${within(commune)}.`,
    'Ai tiếp bạn ở đó, và có phòng nói chuyện riêng không.',
  ],
  find: (commune: string) =>
    `Cách tìm: hỏi Ủy ban nhân dân ${within(commune)}, hoặc nộp qua VNeID, Cổng Dịch vụ công quốc gia.`,
  lists:
    'Danh sách đơn vị cung cấp dịch vụ cai nghiện phải được niêm yết ở trụ sở Ủy ban nhân dân và Công an cấp xã (Nghị định 163, Điều 80 khoản 5). Danh bạ dưới đây chưa chắc đã đủ.',
  ask: 'Muốn hỏi trước, không cần nói tên?',
  askText: 'Gửi câu hỏi cho một đầu mối. Đó là hỏi, không phải đăng ký.',
  askLink: 'Gửi yêu cầu kín đáo',
  here: (commune: string) => `Nơi giúp ở ${within(commune)}`,
  noneHere: 'Danh bạ chưa có nơi nào ở đây. Không có nghĩa là không có.',
  near: 'Những nơi gần nhất',
  former: (commune: string) => `${commune} gồm đất của những đơn vị cũ nào`,
  formerUnit: (unit: string, district: string, province: string, isPart: boolean) =>
    `${unit}${isPart ? ' (một phần)' : ''}, ${within(district)}, ${within(province)}`,
  formerIsland: (unit: string, province: string) => `${unit}, ${within(province)}`,
  formerNote:
    'Tên trước 1/7/2025, theo bảng chuyển đổi của Cục Thống kê. Đơn vị bị chia thì không suy ra được từng nhà thuộc xã nào.',
  neighbours: 'Xã, phường, đặc khu có trung tâm gần nhất',
  neighbour: (distance: string, province: string | null) =>
    province === null ? distance : `${within(province)}, ${distance}`,
  map: 'Bản đồ',
  mapCentre: (commune: string) =>
    `Hai liên kết này mở trung tâm của ${within(commune)} trên bản đồ bên ngoài, không phải trụ sở công an.`,
  mapApp: 'Mở bằng ứng dụng bản đồ',
  mapWeb: 'Mở OpenStreetMap (trang bên ngoài)',
  back: 'Về danh bạ',
  checkedOn: '2026-11-21',
  sources: [
    {
      title: 'Luật Phòng, chống ma túy số 120/2025/QH15',
      url: 'https://datafiles.chinhphu.vn/cpp/files/vbpq/2026/01/luat120-2025.pdf',
      date: '2025-12-10',
    },
    {
      title: 'Nghị định số 163/2026/NĐ-CP',
      url: 'https://vanban.chinhphu.vn/?pageid=27160&docid=218256',
      date: '2026-05-15',
    },
    {
      title: 'Đơn vị hành chính: bảng chuyển đổi của Cục Thống kê và các nghị quyết năm 2026',
      date: '2026-09-20',
      note: 'đọc qua bộ dữ liệu mở; các thay đổi năm 2026 mới có một nguồn',
    },
    {
      title: 'Trung tâm xã, phường: thanglequoc/vietnamese-provinces-database',
      url: 'https://github.com/thanglequoc/vietnamese-provinces-database',
      date: '2026-08-02',
      note: 'là tâm của diện tích, không phải vị trí của trụ sở nào',
    },
  ],
  missing: {
    title: 'Không có xã, phường này',
    description: 'Mã trong địa chỉ trang không phải của xã, phường hay đặc khu nào hiện nay.',
    text: 'Mã trong địa chỉ trang không phải của xã, phường hay đặc khu nào hiện nay. Mã của đơn vị cũ (trước 1/7/2025) không có trang. Hãy tìm theo tên, tên cũ cũng được:',
  },
} as const;

/** What a search asks that another page answers. */
export const asides = {
  urgent: {
    title: 'Có người đang nguy hiểm?',
    text: 'Khó thở, gọi không tỉnh, co giật: gọi cấp cứu ngay.',
    link: 'Gọi 115',
  },
  phones: {
    title: 'Tìm số để gọi?',
    text: 'Chúng tôi chưa thấy đường dây tư vấn cai nghiện nào của Nhà nước.',
    link: 'Xem các số cần biết',
  },
  register: {
    title: 'Hỏi về đăng ký, giấy tờ, chi phí?',
    text: 'Đăng ký cai nghiện tự nguyện là với Công an cấp xã nơi bạn ở.',
    link: 'Đọc cách đăng ký, giấy tờ, thời hạn, chi phí',
  },
  family: {
    title: 'Bạn lo cho người thân?',
    text: 'Có thể hỏi kín đáo một đầu mối, không cần nói tên ai.',
    link: 'Gửi câu hỏi',
  },
  ask: {
    title: 'Cần người để hỏi?',
    text: 'Có thể hỏi kín đáo một đầu mối, không cần nói tên.',
    link: 'Gửi câu hỏi',
  },
  other: {
    title: 'Danh bạ này chỉ có nơi giúp về ma túy',
    text: 'Việc khác (rượu, thuốc lá, trò chơi điện tử, cờ bạc, HIV, sức khỏe tâm thần) thì hãy hỏi trạm y tế hoặc bệnh viện gần bạn.',
    link: '',
  },
  near: {
    title: 'Tìm nơi gần bạn?',
    text: 'Chúng tôi không biết bạn ở đâu.',
    link: 'Gõ xã, phường để xem nơi gần đó',
  },
} as const;

/** The lists through which every commune's page is reached. */
export const provinces = {
  title: 'Xã, phường trong cả nước',
  description:
    'Danh sách tỉnh, thành phố và xã, phường, đặc khu từ 1/7/2025. Mỗi xã, phường có một trang: đăng ký cai nghiện tự nguyện ở đâu, nơi nào gần.',
  intro:
    'Chọn tỉnh, thành phố rồi chọn xã, phường, đặc khu. Mỗi trang ghi nơi đăng ký cai nghiện tự nguyện, những nơi gần nhất và điều chưa biết.',
  communes: (count: number) => `${count.toLocaleString('vi-VN')} xã, phường`,
  link: 'Tìm trang của xã, phường theo tỉnh',
  inProvince: (province: string) => `Xã, phường ở ${within(province)}`,
  inProvinceDescription: (province: string) =>
    `Các xã, phường, đặc khu ở ${within(province)}: nơi đăng ký cai nghiện tự nguyện và những nơi gần nhất.`,
  choose: 'Chọn nơi bạn ở. Chỉ biết tên cũ?',
  chooseLink: 'Gõ tên cũ để tìm',
  all: 'Về danh sách tỉnh, thành phố',
  back: 'Về danh bạ',
  places: (province: string) => `Những nơi giúp ở ${within(province)}`,
  missing: {
    title: 'Không có tỉnh, thành phố này',
    description: 'Mã trong địa chỉ trang không phải của tỉnh, thành phố nào hiện nay.',
    text: 'Mã trong địa chỉ trang không phải của tỉnh, thành phố nào từ 1/7/2025.',
  },
} as const;

/** The open data: what the API answers besides data. */
export const hsdsApi = {
  title: 'Danh bạ Điểm Tựa theo HSDS 3.0',
  description:
    'Chỉ đọc, không cần khóa, gọi được từ trang khác. Nơi đang bị ẩn không có trong câu trả lời; nơi cần kín đáo không có địa chỉ, tọa độ và xã, phường. Trường nào không biết thì không có.',
  /** What to write in each parameter. Shown in openapi.json, and with an error. */
  hints: {
    page: 'Số trang: số nguyên từ 1 đến 999999.',
    per_page: 'Số bản ghi một trang: số nguyên từ 1; lớn hơn 100 tính là 100 (khi có minimal: 5000).',
    format: 'json, hoặc ndjson: mọi kết quả, mỗi dòng một bản ghi, không chia trang.',
    search: 'Chữ cần tìm, có ít nhất một chữ cái hoặc chữ số, dài nhất 200 ký tự. Không cần dấu.',
    minimal: 'true hoặc false. true: chỉ id và last_modified.',
    full: 'true hoặc false. true: bản ghi đầy đủ mọi tầng.',
    full_service: 'true hoặc false. true: dịch vụ của tổ chức được ghi đầy đủ.',
    top_only: 'true hoặc false. true: chỉ mục ở tầng trên cùng.',
    taxonomy_id: 'id (UUID) của một hệ phân loại; xem /api/hsds/taxonomies.',
    taxonomy_term_id: 'id (UUID) của một mục phân loại; xem /api/hsds/taxonomy_terms.',
    parent_id: 'id (UUID) của mục phân loại cấp trên.',
    organization_id: 'id (UUID) của một tổ chức; xem /api/hsds/organizations.',
    modified_after:
      'Ngày hoặc giờ theo ISO 8601: 2026-11-22 hoặc 2026-11-22T08:00:00+07:00. Dấu + trong địa chỉ viết là %2B.',
    proximity:
      'vĩ độ,kinh độ,số mét (đến 500000), ví dụ 21.03,105.85,20000. Nơi chưa rõ vị trí thì tính từ trung tâm xã, phường.',
    postcode: 'Danh bạ này không có mã bưu chính. Dùng proximity=vĩ độ,kinh độ,số mét.',
  },
  unknownParameter: (known: readonly string[]) =>
    known.length === 0
      ? 'Ở đây không có tham số nào. Bỏ nó đi.'
      : `Tham số này không có ở đây. Những tham số có: ${known.join(', ')}.`,
  twice: 'Tham số này chỉ viết một lần.',
  updatedBy: { import: 'nhập từ danh sách', editor: 'biên tập viên danh bạ' },
  packageTitle: 'Danh bạ Điểm Tựa',
  packageDescription:
    'Nơi cai nghiện, điều trị và tư vấn ở Việt Nam, theo bảng của HSDS 3.0. Nguồn, ngày của nguồn và độ tin cậy của từng nơi ở attributes.csv (link_type source-url, source-date, confidence). services.assured_date trống nghĩa là chưa ai xác nhận.',
} as const;

/** The page of the open data. */
export const openData = {
  title: 'Dữ liệu mở của danh bạ',
  description: 'Tải toàn bộ danh bạ dạng CSV hoặc đọc qua API theo chuẩn HSDS 3.0, kèm nguồn của từng nơi.',
  lead: 'Ai cũng được tải, chép lại và kiểm tra. Không cần xin phép, không cần khóa, không ghi lại ai tải.',
  what: 'Có gì ở đây',
  count: (places: number) => `Hiện có ${places} nơi.`,
  left: 'Nơi đang phải kiểm tra lại xem có còn không thì không có trong dữ liệu. Nơi cần kín đáo không có địa chỉ, tọa độ và xã, phường.',
  fresh: 'Mới đến đâu',
  loaded: 'Nạp từ bộ dữ liệu kèm theo cổng ngày',
  changed: 'Lần sửa gần nhất ở cổng này: ngày',
  unchanged: 'Chưa ai sửa gì ở cổng này.',
  confirmed: (count: number) =>
    count === 0
      ? 'Chưa nơi nào được gọi hay đến xác nhận: cột assured_date còn trống hết.'
      : `${count} nơi đã có người xác nhận (cột assured_date).`,
  sources: 'Nguồn và quyền dùng',
  sourcesText:
    'Dữ kiện lấy từ báo chí, trang của các tỉnh và trang của chính các nơi đó. Mỗi nơi có nguồn, ngày của nguồn và độ tin cậy trong attributes.csv. Khi dùng lại, hãy ghi nguồn gốc đó chứ đừng chỉ ghi Điểm Tựa. Câu chữ của nguồn không được chép, trừ tên, địa chỉ và cách gọi dịch vụ.',
  hsdsText:
    'Tên bảng và cột theo Human Services Data Specification 3.0 của Open Referral (CC BY-SA 4.0). Khác chuẩn một điều: địa chỉ không bắt buộc có mã bưu chính và tên xã, phường.',
  hsdsLink: 'Chuẩn HSDS 3.0 (trang bên ngoài)',
  profileLink: 'Bản khác chuẩn (profile.json)',
  download: 'Tải về',
  zip: 'Cả gói: mọi bảng và bản mô tả (ZIP)',
  filesIntro: 'Hoặc từng tệp:',
  package: 'Bản mô tả gói (datapackage.json, Frictionless)',
  files: {
    organization: 'tổ chức quản lý',
    service: 'dịch vụ',
    location: 'nơi',
    service_at_location: 'dịch vụ nào ở nơi nào',
    address: 'địa chỉ',
    phone: 'số điện thoại',
    schedule: 'giờ mở cửa',
    language: 'ngôn ngữ',
    accessibility: 'lối đi, tiện nghi',
    required_document: 'giấy tờ cần mang',
    cost_option: 'chi phí',
    attribute: 'nguồn, độ tin cậy, phân loại',
    taxonomy: 'các hệ phân loại',
    taxonomy_term: 'các mục phân loại',
  },
  spreadsheetTitle: 'Mở bằng Excel hay bảng tính khác',
  spreadsheet:
    'Hãy nhập tệp (mục Dữ liệu, Từ văn bản/CSV), chọn mã UTF-8 và đặt mọi cột là văn bản. Mở thẳng thì số 0 ở đầu bị mất, và ô bắt đầu bằng dấu bằng có thể bị chạy như công thức. Chúng tôi giữ nguyên từng ô, không thêm dấu nháy.',
  api: 'Đọc bằng chương trình (API)',
  apiText: 'Địa chỉ gốc:',
  apiExamples: 'Ví dụ:',
  examples: {
    services: 'Trang đầu của danh sách dịch vụ',
    near: 'Trong vòng 20 km quanh một điểm',
    changed: 'Những gì đổi từ ngày 1/11/2026, mỗi dòng một bản ghi',
  },
  apiSpec: 'Mô tả API (OpenAPI)',
  wrong: 'Thấy chỗ sai?',
  wrongText:
    'Mở trang của nơi đó trong danh bạ rồi bấm “Báo sai”: không cần tên, không cần tài khoản. Sai ở nhiều nơi hoặc sai ở chính tệp dữ liệu thì gửi cho đầu mối.',
  wrongPlaces: 'Mở danh bạ',
  wrongDesk: 'Gửi cho đầu mối',
} as const;

/** The page of phone numbers. What each number is stands in content/hotlines.csv. */
export const hotlines = {
  title: 'Số điện thoại cần biết',
  description:
    'Cấp cứu 115, trẻ em 111 và những số khác: gọi khi nào, giờ nào, mất tiền không, chắc đến đâu.',
  lead: 'Có người bất tỉnh, thở yếu hoặc tím tái: gọi 115 ngay.',
  none: 'Chúng tôi chưa tìm được tổng đài nào của Nhà nước tư vấn riêng về cai nghiện.',
  directory: 'Tìm nơi giúp gần bạn',
  groups: {
    emergency: 'Khẩn cấp',
    crisis: 'Khủng hoảng tinh thần',
    violence: 'Khi bị bạo lực',
    facility: 'Số của cơ sở cai nghiện',
    'crime-report': 'Đường dây tố giác tội phạm: không phải nơi để xin giúp',
  },
  about: {
    emergency: null,
    crisis:
      'Không chuyên về ma túy, nhưng nghe được người đang rất khó khăn và người thân. Đang nguy hiểm: 115.',
    violence: 'Đang bị đánh hoặc đe dọa ngay lúc này: 113. Người dưới 18 tuổi: 111.',
    facility:
      'Đây là số của từng cơ sở, không phải tổng đài. Hãy hỏi giờ, giá và giấy tờ trước khi đến. Cơ sở khác có ở danh bạ.',
    'crime-report':
      'Hai số này do công an lập để nhận tin tố giác. Gọi vào đó không phải là hỏi về cai nghiện. Ghi ở đây để bạn không gọi nhầm.',
  },
  suits: 'Hợp để xin giúp',
  hours: 'Giờ',
  cost: 'Tiền',
  operator: 'Ai trực',
  confidence: 'Độ chắc, nguồn',
  notCalled: 'Chưa ai gọi thử',
  sources: 'Nguồn',
  sourceDate: 'Ngày của nguồn',
  link: 'Số điện thoại cần biết: cấp cứu, trẻ em, khủng hoảng',
} as const;

/** `npm run places:import`: what the person at the terminal reads. */
export const placesImport = {
  /** Columns of the plain form: the name that is spoken of first, then others that lists use. */
  columns: {
    rowNumber: ['STT', 'TT', 'Số thứ tự'],
    id: ['Mã số', 'ID'],
    name: ['Tên cơ sở', 'Tên', 'Tên đơn vị', 'Tên nơi', 'Cơ sở', 'Tên đơn vị cung cấp dịch vụ'],
    type: ['Loại', 'Loại hình', 'Loại nơi', 'Loại cơ sở'],
    operator: ['Đơn vị quản lý', 'Cơ quan quản lý', 'Cơ quan chủ quản', 'Đơn vị chủ quản'],
    address: ['Địa chỉ'],
    commune: ['Xã, phường', 'Xã', 'Phường', 'Xã, phường, đặc khu', 'Xã, phường, thị trấn'],
    communeCode: ['Mã xã', 'Mã xã, phường', 'Mã đơn vị hành chính'],
    district: ['Quận, huyện (cũ)', 'Quận, huyện', 'Huyện', 'Quận', 'Quận, huyện, thị xã'],
    province: ['Tỉnh, thành phố', 'Tỉnh', 'Tỉnh, thành', 'Thành phố'],
    phone: ['Điện thoại', 'Số điện thoại', 'SĐT', 'ĐT'],
    services: ['Dịch vụ', 'Dịch vụ cung cấp', 'Các dịch vụ'],
    hours: ['Giờ làm việc', 'Thời gian làm việc', 'Giờ mở cửa'],
    email: ['Thư điện tử', 'Email'],
    website: ['Trang mạng', 'Website', 'Trang web', 'Trang thông tin điện tử'],
    eligibility: ['Đối tượng', 'Nhận ai', 'Đối tượng tiếp nhận'],
    minimumAge: ['Tuổi từ', 'Từ tuổi'],
    maximumAge: ['Tuổi đến', 'Đến tuổi'],
    fees: ['Chi phí', 'Giá dịch vụ', 'Phí'],
    application: ['Cách tiếp nhận', 'Cách vào', 'Thủ tục'],
    documents: ['Giấy tờ cần mang', 'Giấy tờ', 'Hồ sơ'],
    latitude: ['Vĩ độ'],
    longitude: ['Kinh độ'],
    status: ['Trạng thái', 'Tình trạng'],
    note: ['Ghi chú'],
    confidence: ['Độ tin cậy'],
    source: ['Nguồn'],
    sourceDate: ['Ngày nguồn', 'Ngày của nguồn'],
  },
  organizationDescription: 'Đơn vị quản lý theo danh sách được nhập.',
  placeNamed: (name: string, area: string, id: string) => `${name} (${area}; mã số ${id})`,
  line: (line: number) => `dòng ${line}`,
  column: (column: string) => `cột ${column}`,
  usage:
    'Cách dùng: npm run places:import -- TỆP hoặc THƯ MỤC [--apply] [--accept DÒNG,…] [--source "nguồn"] [--by "người nhập"]. Xem docs/importing.md.',
  noFile: (path: string) => `Không đọc được “${path}”. Hãy xem lại đường dẫn.`,
  manyFiles: 'Mỗi lần chỉ nhập một tệp hoặc một thư mục.',
  unknownAccepted: (keys: string) =>
    `--accept có dòng không nằm trong phần “Cần bạn xem”: ${keys}. Hãy xem lại rồi chạy lại; chưa ghi gì.`,
  refused: (count: number) => `Danh sách bị từ chối: có ${count} chỗ cần sửa.`,
  moreFaults: (count: number) => `… và ${count} chỗ nữa. Sửa những chỗ trên rồi chạy lại sẽ thấy tiếp.`,
  nothingWritten: 'Chưa ghi gì vào danh bạ.',
  wouldWrite: (count: number) => `Chưa ghi gì. Chạy lại với --apply để ghi ${count} nơi ở trên.`,
  nothingToWrite: 'Không có gì để ghi.',
  changedMeanwhile:
    'Danh bạ vừa có người sửa trong lúc lệnh này chạy, nên chưa ghi gì. Hãy chạy lại lệnh và xem lại những gì sẽ đổi.',
  written: (count: number) =>
    `Đã ghi ${count} nơi. Mỗi trường đổi đều được ghi lại: ai, lúc nào, theo nguồn nào.`,
  plan: {
    total: (file: string, count: number) => `${file}: ${count} nơi.`,
    added: (count: number) => `Sẽ thêm: ${count}`,
    changed: (count: number) => `Sẽ đổi: ${count}`,
    unchanged: (count: number) => `Không đổi: ${count}`,
    doubtful: (count: number) => `Cần bạn xem, chưa ghi: ${count}`,
    missing: (count: number) => `Có trong danh bạ ở cùng tỉnh mà danh sách không nêu, để nguyên: ${count}`,
    more: (count: number) => `… và ${count} nơi nữa.`,
    change: (field: string, before: string, after: string) =>
      `${field}: ${before === '' ? '(trống)' : `“${before}”`} → ${after === '' ? '(bỏ)' : `“${after}”`}`,
    accept: (key: string) => `Nếu đúng như danh sách: thêm --accept ${key} để ghi cả dòng này.`,
  },
  /** `more` counts values that are not shown. */
  doubts: {
    several: (values: readonly string[]) =>
      `Có nhiều nơi trùng tên: ${values.join(' | ')}. Hãy điền cột Mã số bằng mã của nơi đúng.`,
    merged: ([into = '']: readonly string[]) =>
      `Nơi này đã được gộp vào ${into}. Hãy bỏ các dòng của nó, hoặc sửa ở nơi đó.`,
    shared: (values: readonly string[]) =>
      `Dịch vụ này còn có ở nơi khác: ${values.join(' | ')}. Nếu chấp nhận, nó đổi ở cả các nơi đó.`,
    resembles: (values: readonly string[]) =>
      `Có thể là nơi đã có: ${values.join(' | ')}. Nếu đúng là nơi đó, hãy điền cột Mã số; nếu là nơi khác thì chấp nhận.`,
    'phone-differs': ([held = '', listed = '']: readonly string[]) =>
      `Số điện thoại khác: đang có ${held}, danh sách ghi ${listed}. Hãy gọi thử trước khi thay.`,
    'lost-zero': (values: readonly string[]) =>
      `Số điện thoại có lẽ bị mất số 0 ở đầu. Có phải là ${values.join('; ')} không? Hãy sửa trong tệp (định dạng ô là Văn bản).`,
    emptier: ([field = '', held = '', listed = '']: readonly string[]) =>
      `${field}: danh sách ghi ít hơn điều đang có (“${held}” thành “${listed}”).`,
    'older-source': ([listed = '', held = '']: readonly string[]) =>
      `Danh sách (${listed}) cũ hơn nguồn đang có (${held}).`,
    confirmed: ([day = '']: readonly string[]) => `Nơi này đã được xác nhận ngày ${day}.`,
    'commune-split': (values: readonly string[], more: number) =>
      `Đơn vị cũ nay nằm ở nhiều xã, phường: ${values.join('; ')}${more > 0 ? ` và ${more} nơi khác` : ''}. Hãy điền cột Mã xã. Nếu chấp nhận, nơi này được ghi là chưa rõ xã, phường.`,
    'commune-ambiguous': (values: readonly string[], more: number) =>
      `Tên xã, phường chỉ nhiều nơi: ${values.join('; ')}${more > 0 ? ` và ${more} nơi khác` : ''}. Hãy điền cột Mã xã. Nếu chấp nhận, nơi này được ghi là chưa rõ xã, phường.`,
    moved: ([held = '', listed = '']: readonly string[]) =>
      `Xã, phường khác: đang là ${held}, danh sách là ${listed}.`,
    'unknown-service': (values: readonly string[]) =>
      `Dịch vụ chưa có trong bảng phân loại: ${values.join('; ')}. Hãy sửa theo tên trong content/places/taxonomy_terms.csv, ngăn bằng dấu “;”. Nếu chấp nhận, lời của danh sách được giữ nhưng không lọc được theo dịch vụ này.`,
  },
  /** What is wrong and what to do. The value is cut short and may be empty. */
  faults: {
    'no-rows': () => 'chỉ có dòng tiêu đề hoặc không có gì. Hãy thêm dữ liệu bên dưới.',
    'row-length': () =>
      'số ô không bằng số cột của tiêu đề. Hãy xem có thiếu ô, hay có dấu phân cách nằm ngoài ngoặc kép.',
    'bad-csv': () =>
      'không phải CSV đúng quy cách, thường do ngoặc kép đặt giữa ô. Hãy mở bằng phần mềm bảng tính rồi lưu lại dạng “CSV UTF-8”.',
    'unclosed-quote': () =>
      'có ngoặc kép mở mà không đóng. Hãy đóng ngoặc kép ở dòng này hoặc các dòng trước.',
    'missing-column': (name: string) =>
      `thiếu cột này${name === '' ? '' : ` (${name})`}. Hãy thêm cột vào dòng tiêu đề.`,
    'unknown-column': () => 'không biết cột này. Hãy đổi tên theo docs/importing.md hoặc bỏ cột.',
    cell: (reason: string) => reason,
    'duplicate-key': () => 'mã này đã có ở một dòng trên. Hãy bỏ dòng thừa hoặc sửa mã.',
    'no-such-row': (other: string) =>
      `${other} và danh bạ không có dòng mang mã này. Hãy thêm dòng đó hoặc sửa mã.`,
    'no-such-entity': (entity: string) =>
      `không có ${entity} nào mang mã này. Hãy sửa link_id hoặc link_entity.`,
    'no-such-unit': () => 'không có đơn vị hành chính mang mã này. Hãy tra mã trong content/admin-units/.',
    'unit-elsewhere': (province: string) =>
      `xã, phường này thuộc tỉnh, thành phố mã ${province}. Hãy sửa một trong hai.`,
    'bad-slug': () => 'đoạn địa chỉ trang chỉ gồm a-z, 0-9 và dấu gạch nối. Hãy sửa.',
    'slug-taken': () => 'đoạn địa chỉ trang này đã thuộc nơi khác. Hãy chọn đoạn khác.',
    'slug-reserved': (slug: string) => `“${slug}” là một trang của cổng. Hãy chọn đoạn địa chỉ khác.`,
    'needs-attribute': (attribute: string) =>
      `nơi này chưa có ${attribute} trong attributes.csv. Hãy thêm dòng đó.`,
    'ages-crossed': () => 'tuổi đến nhỏ hơn tuổi từ. Hãy xem lại hai cột tuổi.',
    'hours-crossed': () => 'giờ đóng cửa không sau giờ mở cửa. Hãy sửa.',
    'coordinates-swapped': () =>
      'vĩ độ và kinh độ bị đổi chỗ. Hãy đổi lại: vĩ độ khoảng 8 đến 23, kinh độ khoảng 102 đến 115.',
    'coordinates-abroad': () => 'điểm này nằm ngoài Việt Nam. Hãy xem lại vĩ độ, kinh độ.',
    'cell-too-long': () => 'ô dài quá 4.000 ký tự. Hãy rút ngắn.',
    control: () => 'ô có ký tự điều khiển không nhìn thấy. Hãy gõ lại ô này.',
    bidi: () => 'ô có ký tự đảo chiều chữ, làm chữ hiện ra khác với nội dung. Hãy gõ lại ô này.',
    invisible: () => 'ô có ký tự vô hình. Hãy gõ lại ô này.',
    html: () => 'ô có mã HTML. Hãy chỉ để lại chữ.',
    formula: () => 'ô là công thức hoặc bắt đầu như công thức. Hãy dán lại dưới dạng giá trị (chữ).',
    'mixed-script': () => 'có chữ cái của bảng chữ khác trông giống chữ Việt. Hãy gõ lại ô này.',
    mojibake: () => 'chữ bị vỡ do đọc sai bảng mã. Hãy xuất lại tệp dạng UTF-8.',
    'old-font': () => 'chữ theo bảng mã cũ (TCVN3, VNI). Hãy chuyển sang Unicode rồi lưu lại.',
    'lost-letters': () => 'có chữ bị mất, hiện thành dấu hỏi hoặc ô vuông. Hãy gõ lại ô này từ bản gốc.',
    'empty-file': () => 'tệp trống. Hãy chọn tệp khác.',
    binary: () => 'đây không phải tệp chữ. Hãy dùng CSV (UTF-8) hoặc XLSX.',
    'old-excel': () =>
      'đây là tệp Excel cũ (.xls) hoặc tệp có mật khẩu. Hãy mở ra và lưu lại dạng .xlsx không mật khẩu.',
    utf16: () => 'tệp theo bảng mã UTF-16. Hãy lưu lại dạng “CSV UTF-8”.',
    'not-utf8': () =>
      'tệp không phải UTF-8 (có thể là windows-1258, TCVN3 hoặc VNI). Hãy chuyển sang Unicode và lưu lại dạng “CSV UTF-8”.',
    'too-large': () => 'tệp lớn hơn 20 MB. Hãy chia nhỏ.',
    'too-many-rows': () =>
      'quá nhiều dòng: mỗi lần nhiều nhất 20.000 nơi. Hãy chia nhỏ, hoặc xóa các dòng thừa ở cuối.',
    'too-many-columns': () => 'quá 100 cột. Hãy bỏ các cột thừa bên phải.',
    'zip-damaged': () => 'tệp XLSX bị hỏng hoặc có mật khẩu. Hãy mở bằng phần mềm bảng tính và lưu lại.',
    'zip-bomb': () =>
      'tệp XLSX bung ra lớn bất thường nên không được mở. Hãy lưu lại từ phần mềm bảng tính, hoặc dùng CSV.',
    'xml-doctype': () =>
      'tệp XLSX có khai báo thực thể, thứ mà phần mềm bảng tính không viết. Tệp không được mở. Hãy dùng CSV.',
    'xml-damaged': () => 'nội dung tệp XLSX bị hỏng. Hãy mở bằng phần mềm bảng tính và lưu lại.',
    'many-sheets': (names: string) =>
      `có nhiều trang tính có dữ liệu: ${names}. Hãy để lại một trang, các trang khác lưu thành tệp riêng.`,
    'merged-cells': (range: string) => `có ô gộp (${range}). Hãy bỏ gộp ô và điền đủ từng dòng.`,
    'excel-error': () => 'ô là lỗi của bảng tính (như #N/A). Hãy điền lại giá trị.',
    'unknown-table': () =>
      'không phải bảng nào của HSDS mà cổng dùng. Hãy bỏ tệp này ra hoặc đổi tên theo docs/importing.md.',
    'unknown-form': () =>
      'dòng đầu không phải dòng tiêu đề. Hãy để tên các cột ở dòng đầu tiên, xem docs/importing.md.',
    'no-table': () => 'thư mục không có bảng CSV nào của HSDS. Hãy xem docs/importing.md.',
    'two-headers': () => 'lại là một dòng tiêu đề. Hãy chỉ để một dòng tiêu đề, ở dòng đầu tiên.',
    'repeated-column': () => 'cột này có hai lần. Hãy bỏ một cột.',
    empty: () => 'ô này không được trống. Hãy điền (cột Nguồn có thể thay bằng --source "nguồn").',
    phone: (value: string) =>
      `“${value}” không phải số điện thoại Việt Nam. Hãy ghi số bắt đầu bằng 0 hoặc +84, nhiều số thì ngăn bằng “;”.`,
    'crime-line': () => 'đây là số tố giác tội phạm, không được đứng ở nơi tìm giúp đỡ. Hãy bỏ số này.',
    'lost-zero': (value: string) =>
      `“${value}” bị mất số 0 ở đầu. Hãy định dạng ô là Văn bản rồi gõ đủ năm chữ số.`,
    date: (value: string) => `“${value}” không phải ngày có thật. Hãy ghi như 31/12/2026, 12/2026 hoặc 2026.`,
    'date-as-number': (value: string) =>
      `“${value}” là số thứ tự ngày của bảng tính. Hãy định dạng ô là Ngày hoặc gõ như 31/12/2026.`,
    'date-in-future': (value: string) => `“${value}” là ngày chưa tới. Hãy xem lại.`,
    hours: (value: string) =>
      `không hiểu giờ làm việc “${value}”. Hãy ghi như: Thứ 2 - Thứ 6: 07:30-11:30, 13:30-17:00; Thứ 7: 08:00-11:00.`,
    age: (value: string) => `“${value}” không phải số tuổi. Hãy ghi số từ 0 đến 120.`,
    url: (value: string) =>
      `“${value}” không phải địa chỉ mạng. Hãy ghi địa chỉ bắt đầu bằng https:// hoặc http://.`,
    email: (value: string) => `“${value}” không phải địa chỉ thư điện tử. Hãy sửa hoặc để trống.`,
    coordinate: (value: string) =>
      `“${value}” không phải tọa độ. Hãy ghi số thập phân với dấu chấm, như 21.0285, ở cả hai cột.`,
    status: (value: string) =>
      `không biết trạng thái “${value}”. Hãy ghi: Đang hoạt động, Tạm dừng, Ngừng hoạt động hoặc Chưa rõ.`,
    'facility-type': (names: string) => `không biết loại này. Hãy chọn một trong: ${names}.`,
    confidence: (names: string) => `không biết mức này. Hãy chọn một trong: ${names}.`,
    id: (value: string) =>
      `“${value}” không phải mã số của cổng (UUID). Hãy sửa, hoặc để trống nếu là nơi mới.`,
    'id-unknown': (value: string) =>
      `danh bạ không có nơi mang mã ${value}. Hãy sửa, hoặc để trống nếu là nơi mới.`,
    'duplicate-row': (line: string) => `trùng với dòng ${line}. Hãy bỏ một dòng.`,
    province: (value: string) =>
      `không có tỉnh, thành phố “${value}”, nay cũng như trước 1/7/2025. Hãy xem lại cách viết.`,
    commune: (value: string) =>
      `không có xã, phường “${value}” ở tỉnh, huyện này, nay cũng như trước 1/7/2025. Hãy xem lại cách viết.`,
    'commune-elsewhere': (value: string) =>
      `tỉnh này không có xã, phường đó; cùng tên có ${value}. Hãy sửa xã hoặc tỉnh.`,
    'commune-code': (value: string) =>
      `không có xã, phường mang mã ${value}. Hãy tra mã trong content/admin-units/communes.csv.`,
    'commune-mismatch': (value: string) =>
      `mã này là của ${value}, khác với tên ở cột Xã, phường. Hãy sửa một trong hai.`,
    'term-unknown': (code: string) =>
      `cổng không có mục phân loại “${code}” này. Hãy dùng các mục trong content/places/taxonomy_terms.csv.`,
  },
  /** What the rules of the tables of HSDS say, by their words in functions/directory/schema.ts. */
  cells: {
    'must not be empty': 'ô này không được trống. Hãy điền.',
    'must be composed Unicode (NFC)': 'chữ có dấu rời. Hãy lưu lại dạng Unicode dựng sẵn.',
    'must not begin or end with a space': 'ô có dấu cách ở đầu hoặc cuối. Hãy bỏ.',
    'must be 2 digits': 'phải là hai chữ số. Hãy thêm số 0 bị mất ở đầu.',
    'must be 5 digits': 'phải là năm chữ số. Hãy thêm số 0 bị mất ở đầu.',
    'must be a decimal number': 'phải là số thập phân với dấu chấm, như 21.0285. Hãy sửa.',
    'must lie between -90 and 90': 'vĩ độ phải từ -90 đến 90. Hãy xem có đổi chỗ với kinh độ không.',
    'must lie between -180 and 180': 'kinh độ phải từ -180 đến 180. Hãy sửa.',
    'must be a UUID': 'không phải mã UUID. Hãy sửa mã.',
    'must be a date like 2026-11-22': 'không phải ngày có thật. Hãy ghi như 2026-11-22.',
    'must be a time like 07:30': 'không phải giờ có thật. Hãy ghi như 07:30, từ 00:00 đến 24:00.',
    'must be an HSDS status':
      'không biết trạng thái này. Hãy ghi: active, inactive, defunct hoặc temporarily closed.',
    'must be an age in years': 'phải là số tuổi, không âm. Hãy sửa.',
    'must be digits': 'phải là chữ số. Hãy sửa.',
    'must be a UTC time like 2026-11-22T03:00:00Z': 'phải là giờ UTC như 2026-11-22T03:00:00Z. Hãy sửa.',
    'must be physical, postal or virtual': 'phải là physical, postal hoặc virtual. Hãy sửa.',
    'must be a two-letter country code': 'phải là mã nước hai chữ hoa, như VN. Hãy sửa.',
    'must be a phone number of digits': 'không phải số điện thoại. Hãy ghi chữ số, bắt đầu bằng 0 hoặc +84.',
    'must be WEEKLY or MONTHLY': 'phải là WEEKLY hoặc MONTHLY. Hãy sửa.',
    'must be days like MO,TU,WE': 'phải là các ngày như MO,TU,WE. Hãy sửa.',
    'must be a number': 'phải là số. Hãy sửa.',
    'must be one of organization, service, location, phone':
      'phải là organization, service, location hoặc phone. Hãy sửa.',
    'a source must begin with http:// or https://': 'nguồn phải bắt đầu bằng http:// hoặc https://. Hãy sửa.',
    'must be words of a-z and 0-9 with hyphens': 'chỉ gồm a-z, 0-9 và dấu gạch nối. Hãy sửa.',
  },
  otherCell: 'giá trị không đúng quy cách của cột. Hãy xem docs/importing.md.',
  /** Fields by their names in HSDS; attributes by their type. */
  fields: {
    'organization.name': 'Đơn vị quản lý',
    'organization.': 'Đơn vị quản lý',
    'service.name': 'Tên dịch vụ',
    'service.description': 'Dịch vụ theo nguồn',
    'service.url': 'Trang mạng',
    'service.email': 'Thư điện tử',
    'service.status': 'Trạng thái',
    'service.application_process': 'Cách tiếp nhận',
    'service.fees_description': 'Chi phí',
    'service.eligibility_description': 'Đối tượng',
    'service.minimum_age': 'Tuổi từ',
    'service.maximum_age': 'Tuổi đến',
    'service.assured_date': 'Ngày xác nhận',
    'service.': 'Dịch vụ',
    'location.name': 'Tên nơi',
    'location.latitude': 'Vĩ độ',
    'location.longitude': 'Kinh độ',
    'address.address_1': 'Địa chỉ',
    'address.city': 'Xã, phường',
    'address.state_province': 'Tỉnh, thành phố',
    'address.': 'Địa chỉ',
    'phone.number': 'Điện thoại',
    'phone.': 'Điện thoại',
    'schedule.': 'Giờ làm việc',
    'language.': 'Ngôn ngữ',
    'accessibility.': 'Lối đi, tiện ích cho người khuyết tật',
    'required_document.': 'Giấy tờ cần mang',
    'cost_option.': 'Chi phí',
    'attribute.slug': 'Đoạn địa chỉ trang',
    'attribute.commune-code': 'Mã xã',
    'attribute.province-code': 'Mã tỉnh',
    'attribute.former-province': 'Tỉnh theo nguồn',
    'attribute.mapping-note': 'Ghi chú quy đổi địa bàn',
    'attribute.facility-type': 'Loại',
    'attribute.service-kind': 'Loại dịch vụ',
    'attribute.operator': 'Ngành quản lý',
    'attribute.confidence': 'Độ tin cậy',
    'attribute.source-url': 'Nguồn',
    'attribute.source-name': 'Nguồn',
    'attribute.source-date': 'Ngày nguồn',
    'attribute.note': 'Ghi chú',
    'attribute.verification': 'Đã gọi thử số điện thoại chưa',
  },
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
    'Danh bạ này gom từ báo chí và trang của các cơ quan. Mỗi nơi ghi rõ đã có người xác nhận hay chưa; chưa thì hãy hỏi trước khi đến.',
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
  /** What was asked by a position or a code instead of a name. */
  nearHere: 'chỗ bạn chọn',
  /** The filters: the name of each, and what a chosen one says. */
  filters: {
    tinh: 'Tỉnh, thành phố',
    xa: 'Xã, phường',
    gan: 'Gần',
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
  communeLink: (commune: string, province: string) =>
    `${commune}, ${within(province)}: đăng ký ở đâu, nơi nào gần`,
  provinceLink: 'Các xã, phường ở đây',
  noneInUnit: (unit: string) =>
    `Danh bạ chưa có nơi nào ở ${within(unit)}. Danh bạ còn rất thiếu: không thấy ở đây không có nghĩa là không có.`,
  noneIn: (province: string) => `Danh bạ chưa có nơi nào ở ${within(province)}.`,
  communesOf: 'Xem trang của từng xã, phường: đăng ký ở đâu, nơi nào gần',
  formerProvince: (former: string, province: string) => `${former} cũ nay thuộc ${within(province)}.`,
  formerUnit: (former: string, area: string, count: number, province: string) =>
    count > 1
      ? `${former} cũ (${within(area)}) nay thuộc ${count} xã, phường ở ${within(province)}:`
      : `${former} cũ (${within(area)}) nay thuộc đơn vị sau, ở ${within(province)}:`,
  inProvince: (commune: string, province: string) => `${commune}, ${within(province)}`,
  moreUnits: 'Còn nhiều nơi khác trùng tên. Chọn tỉnh, thành phố để thu hẹp.',
  nothing: 'Chưa có nơi nào khớp',
  nothingHint:
    'Danh bạ còn rất thiếu: không thấy ở đây không có nghĩa là không có. Thử bớt chữ, hoặc chỉ gõ tên quận, huyện, tỉnh.',
  /** One wrong letter. */
  misspelt: (typed: string) => `Không có “${typed}” trong danh bạ.`,
  didYouMean: 'Bạn muốn tìm',
  shownInstead: (meant: string) => `Dưới đây là kết quả cho “${meant}”.`,
  orMeant: 'Hoặc',
  /** Words without which places were found. */
  leftOut: (words: readonly string[]) =>
    words.length === 0
      ? 'Không nơi nào có đủ mọi điều bạn hỏi. Dưới đây là nơi có một trong các điều ấy.'
      : `Không nơi nào khớp cả câu. Dưới đây là kết quả khi bỏ chữ “${words.join(' ')}”.`,
  nearUnit: (unit: string) => `Xem những nơi gần ${within(unit)}`,
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
  discreet: 'nơi này giữ kín địa chỉ',
  hasPhone: 'Có số điện thoại, chưa gọi thử',
  noPhone: 'Chưa có số điện thoại',
  source: (date: string) => `Nguồn: ${date}`,
  sourceUndated: 'Nguồn không rõ ngày',
  elsewhere: {
    title: 'Không thấy nơi bạn cần?',
    officialTitle: 'Danh sách chính thức',
    official:
      'Công an tỉnh, thành phố phải niêm yết danh sách đơn vị cung cấp dịch vụ cai nghiện: trên trang của mình, ở Ủy ban nhân dân và Công an cấp xã (Nghị định 163/2026/NĐ-CP, khoản 5 Điều 80).',
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
    `${name}, ${within(province)}: cách liên hệ, ở đâu, dịch vụ, giờ mở cửa, nguồn và những điều chưa biết.`,
  back: 'Về danh bạ',
  otherNames: (names: readonly string[]) => `Tên khác: ${names.join('; ')}.`,
  freshness: {
    confirmed: (day: string) => `Xác nhận ngày ${day}`,
    ageing: (day: string) => `Xác nhận lần cuối ${day}, nên hỏi lại`,
    stale: (day: string) => `Xác nhận đã cũ: ${day}`,
    never: 'Chưa ai xác nhận',
  },
  callFirst: 'Gọi trước khi đến',
  askFirst: 'Hỏi trước khi đến',
  unconfirmed: 'Chưa ai gọi hay đến để xác nhận các thông tin dưới đây. Có thể đã đổi.',
  stale: (day: string) => `Lần xác nhận gần nhất là ngày ${day}, đã hơn một năm. Có thể đã đổi.`,
  pausedTitle: 'Nơi này đang tạm ngừng',
  paused: 'Hãy hỏi khi nào mở lại trước khi đến.',
  contact: 'Liên hệ',
  notCalled: 'Số lấy từ nguồn, chưa ai gọi thử.',
  extension: (extension: number) => `máy lẻ ${extension}`,
  website: 'Trang của nơi này',
  email: 'Thư điện tử',
  noPhone: 'Chúng tôi chưa tìm được số điện thoại nào có nguồn. Cách tìm:',
  findPhone: (province: string) =>
    `Xem danh sách mà Công an ${within(province)} phải niêm yết trên trang của mình, tại trụ sở Ủy ban nhân dân và Công an cấp xã (Nghị định 163/2026/NĐ-CP, khoản 5 Điều 80).`,
  askDesk: 'Hoặc',
  askDeskLink: 'nhờ một đầu mối hỏi giúp, không cần nói tên',
  policeCall: 'Nơi này thuộc công an: gọi số này là nói chuyện với cơ quan công an.',
  hours: 'Giờ mở cửa',
  open: {
    always: 'Đang mở, cả ngày đêm',
    until: (when: string) => `Đang mở, đến ${when}`,
    closed: 'Đang đóng',
    again: (when: string) => `Đang đóng, mở lại lúc ${when}`,
    holiday: (name: string) => `Hôm nay là ngày lễ (${name}), gọi trước`,
    expectedHoliday: 'Hôm nay có thể là ngày nghỉ lễ, gọi trước',
    unknown: 'Không rõ lúc này có mở không, gọi trước',
    today: (time: string) => `${time} hôm nay`,
    tomorrow: (time: string) => `${time} ngày mai`,
    onDay: (time: string, weekday: string, date: string | null) =>
      date === null ? `${time} ${weekday}` : `${time} ${weekday} ${date}`,
  },
  weekdays: {
    MO: 'thứ Hai',
    TU: 'thứ Ba',
    WE: 'thứ Tư',
    TH: 'thứ Năm',
    FR: 'thứ Sáu',
    SA: 'thứ Bảy',
    SU: 'Chủ nhật',
  },
  weekdayRange: (first: string, last: string) => `${first} đến ${last}`,
  everyDay: 'mỗi ngày',
  closedThen: 'nghỉ',
  allDay: 'cả ngày đêm',
  dayRange: (from: string, to: string) => `${from} đến ${to}`,
  holidayHours: (name: string) => `${name}: chưa rõ có mở không, gọi trước`,
  where: 'Ở đâu',
  discreet: (province: string) =>
    `Nơi này ở ${within(province)}. Địa chỉ được giữ kín để người đến đây được an toàn.`,
  discreetAsk: 'Muốn biết cách đến, hãy gọi số ở trên, hoặc',
  discreetAskWithoutPhone: 'Muốn biết cách đến, hãy',
  discreetAskLink: 'hỏi kín đáo qua một đầu mối',
  address: 'Địa chỉ theo nguồn',
  confirmedAddress: 'Địa chỉ',
  formerProvince: (province: string) => `Nguồn ghi tỉnh, thành phố lúc đó: ${province}.`,
  now: 'Nay thuộc',
  communeUnknown: (province: string) => `${province}. Chưa rõ xã, phường nào.`,
  mapping: 'Ghi chú về địa bàn',
  formerUnits: (commune: string) => `${commune} lập từ`,
  partly: '(một phần)',
  transportation: 'Cách đến',
  accessibility: 'Lối đi cho xe lăn',
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
  servicePaused: 'Đang tạm ngừng',
  audience: 'Dành cho',
  ages: (from: number | null, to: number | null) =>
    from === null ? `đến ${to} tuổi` : to === null ? `từ ${from} tuổi` : `từ ${from} đến ${to} tuổi`,
  entry: 'Cách vào',
  documents: 'Giấy tờ cần mang',
  cost: 'Chi phí',
  free: 'không mất tiền',
  amount: (amount: number, currency: string | null) => {
    const number = new Intl.NumberFormat('vi-VN').format(amount);
    return currency === null || currency === 'VND' ? `${number} đồng` : `${number} ${currency}`;
  },
  wait: 'Phải chờ bao lâu',
  languages: 'Ngôn ngữ',
  unknown: 'Chưa biết',
  unknownLine: (what: readonly string[]) =>
    `Chúng tôi chưa biết: ${what.join(', ')}. Bạn có thể hỏi khi liên hệ.`,
  unknowns: {
    phone: 'số điện thoại',
    hours: 'giờ mở cửa',
    exactAddress: 'số nhà, đường, lối vào',
    commune: 'nay thuộc xã, phường nào',
    audience: 'ai được nhận',
    entry: 'cách vào',
    documents: 'giấy tờ cần mang',
    cost: 'chi phí',
    accessibility: 'lối đi cho xe lăn',
  },
  share: {
    title: 'Gửi cho người thân, hoặc giữ lại',
    open: 'Xem lời nhắn soạn sẵn',
    note: 'Tin nhắn đã gửi nằm lại trong máy của bạn và của người nhận.',
    sms: 'Nhắn tin (SMS)',
    copy: 'Sao chép',
    share: 'Chia sẻ',
  },
  /** One line for a message: name, address, number, the way there, and how far it can be trusted. */
  shareText: (parts: {
    name: string;
    address: string | null;
    phones: readonly string[];
    transportation: string | null;
    trust: string;
  }) => {
    const said = [
      parts.name,
      parts.address,
      parts.phones.length === 0 ? 'chưa có số điện thoại' : `gọi ${parts.phones.join(' hoặc ')}`,
      parts.transportation === null ? null : `cách đến: ${parts.transportation}`,
    ].flatMap((part) => part?.replace(/[.;,\s]+$/, '') || []);
    return `${said.join('; ')} — nguồn: ${parts.trust}.`;
  },
  trust: (hosts: readonly string[], assured: string | null) =>
    [
      ...(hosts.length === 0 ? ['danh bạ Điểm Tựa'] : hosts),
      assured === null ? 'chưa ai xác nhận, hãy hỏi trước' : `xác nhận ngày ${assured}`,
    ].join(', '),
  report: {
    title: 'Có gì sai ở đây?',
    intro:
      'Bấm vào điều sai, chúng tôi sẽ xem lại. Không cần nói bạn là ai: chỉ lời báo và giờ gửi được lưu.',
    note: 'Muốn ghi thêm một dòng thì ghi trước khi bấm (không bắt buộc)',
    noteHint: 'Đừng ghi tên, số điện thoại hay số giấy tờ của ai.',
    kinds: {
      phone: 'Số điện thoại sai',
      moved: 'Đã chuyển chỗ',
      closed: 'Đã đóng cửa',
      hours: 'Giờ sai',
      other: 'Điều khác',
    },
    kindsLabel: 'Điều gì sai?',
    trap: 'Để trống ô này',
    problems: {
      'kind-missing': 'Hãy bấm một trong các điều bên dưới.',
      'too-long': 'Dòng này dài quá 200 ký tự. Hãy viết ngắn lại rồi bấm lại.',
      phone: 'Dòng này giống có số điện thoại. Hãy bỏ số đó rồi bấm lại: chúng tôi sẽ tự tìm số đúng.',
      email: 'Dòng này giống có địa chỉ thư điện tử. Hãy bỏ địa chỉ đó rồi bấm lại.',
      'id-number': 'Dòng này giống có số giấy tờ. Hãy bỏ số đó rồi bấm lại.',
    },
  },
  sources: 'Thông tin này từ đâu',
  sourcesHidden: 'Không nêu nguồn ở đây, vì nguồn có thể cho biết địa chỉ.',
  sourceDate: 'Ngày của nguồn',
  sourceUndated: 'Nguồn không rõ ngày.',
  confidence: 'Độ tin cậy của nguồn',
  confirmedOn: 'Ngày xác nhận gần nhất',
  confirmedBy: {
    admin: 'quản trị viên của cổng xác nhận',
    intake: 'cán bộ tiếp nhận xác nhận',
    editor: 'người giữ danh bạ xác nhận',
    organizer: 'ban tổ chức xác nhận',
    import: 'theo danh sách đã nhập',
  },
  confirmedFrom: (source: string) => `Căn cứ: ${source}.`,
  neverConfirmed: 'Chưa ai xác nhận.',
  note: 'Ghi chú khi thu thập',
  missing: {
    title: 'Không có nơi này',
    description: 'Địa chỉ trang này không dẫn tới nơi nào trong danh bạ.',
    text: 'Địa chỉ trang không dẫn tới nơi nào trong danh bạ. Có thể bạn mở một liên kết cũ hoặc gõ thiếu chữ. Hãy tìm lại:',
  },
  gone: {
    title: (name: string) => `${name} đã đóng cửa`,
    description: 'Nơi này không còn hoạt động.',
    text: 'Nơi này không còn hoạt động. Hãy tìm nơi khác:',
  },
} as const;

/** What a place's page says after something was pressed. */
export const placeMessages = {
  thanksTitle: 'Cảm ơn bạn',
  thanks: 'Chúng tôi đã nhận và sẽ xem lại.',
  notSent: 'Chưa gửi được. Hãy xem lại mạng rồi bấm lại; dòng bạn ghi vẫn còn.',
  copied: 'Đã sao chép.',
  notCopied: 'Chưa sao chép được. Hãy giữ tay vào lời nhắn để chọn và sao chép.',
} as const;

/** The private list of places that lives in one tab. */
export const myList = {
  title: 'Danh sách của tôi',
  note: 'Chỉ nằm trong thẻ trình duyệt này, không gửi đi đâu. Thoát nhanh hoặc đóng thẻ là mất, nhưng “mở lại thẻ vừa đóng” có thể đưa nó trở lại: dùng xong hãy xóa.',
  add: 'Thêm vào danh sách của tôi',
  remove: 'Bỏ khỏi danh sách của tôi',
  added: 'Đã thêm, chỉ trong thẻ này.',
  see: 'Xem danh sách',
  removed: 'Đã bỏ.',
  full: 'Danh sách đã đủ 30 nơi. Hãy bỏ bớt.',
  clear: 'Xóa cả danh sách',
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
    selectWrong: 'Nơi bạn muốn hỏi',
    selectWrongHint: 'Theo tên sau ngày 1/7/2025.',
    selectWrongError: 'Hãy chọn một tỉnh hoặc thành phố.',
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
