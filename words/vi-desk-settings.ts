/** What `npm run desk` prints. */

export const deskSettings = {
  usage:
    'Cách dùng: `npm run desk` để xem mọi đầu mối; `npm run desk -- SLUG --areas 01,79` để đặt nơi nhận (mã tỉnh 2 số, mã xã 5 số; `--areas all` là nhận từ mọi nơi); `npm run desk -- SLUG --complaints yes` (hoặc `no`) để đặt việc nhận khiếu nại về đầu mối khác.',
  noState: 'Chưa có dữ liệu ở máy này: hãy chạy `npm start` một lần trước.',
  none: 'Chưa có đầu mối nào.',
  noDesk: (slug: string, known: string) =>
    `Không có đầu mối “${slug}”. Các đầu mối đang có: ${known || 'chưa có đầu mối nào'}.`,
  badCode: (code: string) => `“${code}” không phải mã đơn vị: mã tỉnh có 2 chữ số, mã xã có 5 chữ số.`,
  unknownUnits: (codes: string) =>
    `Không có tỉnh, xã nào hiện nay mang mã: ${codes}. Chưa ghi gì. Mã có trong content/admin-units/ (provinces.csv, communes.csv).`,
  saved: 'Đã ghi.',
  unchanged: 'Đã đúng như vậy từ trước, không phải ghi gì.',
  everywhere: 'mọi nơi',
  desk: (desk: { slug: string; name: string; areas: string; takesComplaints: boolean }) =>
    `${desk.slug}: ${desk.name}\n    Nhận yêu cầu từ: ${desk.areas}\n    Khiếu nại về đầu mối khác: ${desk.takesComplaints ? 'có nhận' : 'không nhận'}`,
} as const;
