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
} as const;

/** Finding a place: the search, its results, and where to look when nothing is found. */
export const directory = {
  title: 'Tìm nơi giúp',
  description:
    'Tìm cơ sở cai nghiện, nơi điều trị Methadone và điểm tư vấn theo tên, tỉnh, xã, phường hoặc tên cũ. Gõ không dấu cũng được.',
  intro:
    'Danh bạ này gom từ báo chí và trang của các cơ quan. Chưa ai gọi lại để xác nhận, nên hãy hỏi trước khi đến.',
  search: {
    label: 'Tìm trong danh bạ',
    text: 'Bạn tìm gì?',
    textHint: 'Tên nơi, dịch vụ hoặc địa danh. Không cần gõ dấu. Ví dụ: methadone, quan hoang mai.',
    province: 'Tỉnh, thành phố',
    everyProvince: 'Cả nước',
    unit: 'Xã, phường hoặc tên cũ',
    unitHint: 'Ví dụ: Hoàng Mai, huyện Ba Vì.',
    submit: 'Tìm',
  },
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
  formerProvince: (former: string, province: string) => `${former} cũ nay thuộc ${province}.`,
  formerUnit: (former: string, area: string, count: number, province: string) =>
    count > 1
      ? `${former} cũ (${area}) nay thuộc ${count} xã, phường ở ${province}:`
      : `${former} cũ (${area}) nay thuộc, ở ${province}:`,
  presentUnit: (province: string) => `ở ${province}`,
  moreUnits: 'Còn nhiều nơi khác trùng tên. Chọn tỉnh, thành phố để thu hẹp.',
  nothing: 'Chưa có nơi nào khớp',
  nothingHint:
    'Danh bạ còn rất thiếu: không thấy ở đây không có nghĩa là không có. Thử bớt chữ, hoặc chỉ gõ tên quận, huyện, tỉnh.',
  nearby: (province: string) => `Những nơi ở ${province}`,
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
      'Công an tỉnh, thành phố phải niêm yết danh sách đơn vị cung cấp dịch vụ cai nghiện trên trang của mình, tại trụ sở Ủy ban nhân dân và Công an cấp xã (Nghị định 163/2026/NĐ-CP, khoản 5 Điều 80). Bạn có thể xem mà không cần nói tên.',
    requestTitle: 'Hỏi kín đáo',
    request: 'Gửi câu hỏi cho một đầu mối, không cần nói tên.',
    requestLink: 'Gửi yêu cầu kín đáo',
  },
} as const;

/** One place of the directory. */
export const place = {
  description: (name: string, province: string) =>
    `${name}, ${province}: địa chỉ, ai quản lý, dịch vụ, nguồn và những điều chưa biết.`,
  back: 'Về danh bạ',
  unconfirmedTitle: 'Hỏi trước khi đến',
  unconfirmed: 'Chưa ai gọi hay đến để xác nhận các thông tin dưới đây. Có thể đã đổi.',
  contact: 'Liên hệ',
  notCalled: 'Số lấy từ nguồn, chưa ai gọi thử.',
  noPhone: 'Chúng tôi chưa tìm được số điện thoại nào có nguồn. Cách tìm:',
  findPhone: (province: string) =>
    `Xem danh sách mà Công an ${province} phải niêm yết trên trang của mình, tại trụ sở Ủy ban nhân dân và Công an cấp xã (Nghị định 163/2026/NĐ-CP, khoản 5 Điều 80).`,
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
    `Chỉ tới trung tâm của ${commune}, không phải vị trí của nơi này: vị trí đúng thì chưa biết.`,
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
  others: (province: string) => `Nơi khác ở ${province}`,
  services: 'Dịch vụ',
  noServices: 'Nguồn không nêu dịch vụ. Hãy hỏi nơi này có nhận người tự nguyện không.',
  unknown: 'Chưa biết',
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
