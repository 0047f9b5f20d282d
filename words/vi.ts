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
