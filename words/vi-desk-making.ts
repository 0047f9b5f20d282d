/** What `npm run desk:make` prints. */

export const deskMaking = {
  usage:
    'Cách dùng: `npm run desk:make -- TỆP.json`, thêm `--remote` để tạo trên bản đã triển khai. Tệp có: slug, name, operatorKind (health, civil, commune, private, police), operator, duty, hours; areas (mã tỉnh, mã xã) nếu không nhận từ mọi nơi.',
  noFile: (file: string) => `Không có tệp ${file}.`,
  badFile: (faults: string) =>
    `Tệp mô tả đầu mối chưa đúng. Chưa tạo gì.\n${faults}\nNhững dòng này người hỏi sẽ đọc trước khi chọn đầu mối: hãy để chính đầu mối viết.`,
  taken: (slug: string) => `Đã có đầu mối “${slug}”. Chưa tạo gì. Mỗi đầu mối một slug riêng.`,
  unknownUnits: (codes: string) =>
    `Không có tỉnh, xã nào hiện nay mang mã: ${codes}. Chưa tạo gì. Mã có trong content/admin-units/ (provinces.csv, communes.csv).`,
  made: (name: string, code: string, slug: string) =>
    `  Đã tạo đầu mối: ${name}

  Mã của phiếu phục hồi, chỉ hiện lần này:

      ${code}

  Viết mã ra giấy ngay bây giờ, đọc lại từng nhóm, rồi trao cho người đứng đầu đầu mối cất giữ. Không máy nào giữ mã này.
  Ai có mã này và có dữ liệu của cổng thì mở được mọi yêu cầu của đầu mối: đừng chụp lại, đừng gửi đi, và xóa lịch sử cửa sổ lệnh.

  Chưa có cán bộ nào, nên đầu mối chưa nhận yêu cầu: \`npm run invite -- --role intake --desk ${slug} --name "…"\``,
} as const;
