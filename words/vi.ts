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
