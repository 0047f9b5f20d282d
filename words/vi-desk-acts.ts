/** What an officer can do with an open request beside answering. */
export const deskActs = {
  complaint: (desk: string) =>
    `Đây là khiếu nại về ${desk}. Đừng chuyển lời này cho đầu mối đó khi người gửi chưa đồng ý. Hãy trả lời ngay ở đây: người gửi quay lại đọc bằng mã.`,
  dataTitle: 'Yêu cầu về dữ liệu cá nhân',
  dataLaw:
    'Ngày tính theo Luật 91/2025/QH15 và Nghị định 356/2025/NĐ-CP, Điều 5, qua bản tóm tắt; cần đối chiếu với văn bản gốc. Khi dữ liệu còn ở bên xử lý khác hay bên thứ ba, nghị định cho thêm ngày.',
  states: {
    asked: (request: string, day: string) => `“${request}”, gửi ngày ${day}.`,
    first: (day: string) => `Báo đã nhận: chậm nhất ngày ${day}.`,
    firstLate: (day: string) => `Đã quá hạn báo đã nhận (ngày ${day}).`,
    answered: 'Đã viết lại.',
    due: (day: string) => `Làm xong: chậm nhất ngày ${day}.`,
    late: (day: string) => `Đã quá hạn làm xong (ngày ${day}).`,
    mayExtend: (day: string) => `Được xin gia hạn một lần, đến ngày ${day}.`,
    isExtended: 'Đã gia hạn, không gia hạn thêm được.',
    done: (day: string) => `Đã ghi là làm xong ngày ${day}.`,
    notSure: '(Lịch nghỉ lễ lúc đó chưa công bố: đây là ngày sớm nhất có thể.)',
  },
  settles: {
    legend: 'Lời này trả lời đến đâu cho yêu cầu về dữ liệu?',
    which: (request: string, day: string) => `Yêu cầu đến hạn trước nhất: “${request}”, ngày ${day}.`,
    options: {
      open: 'Chưa xong',
      done: 'Đã làm xong',
      extended: 'Xin gia hạn một lần (viết lý do ở ô trên)',
    },
  },
  referralLabel: 'Giới thiệu người gửi tới nơi nào?',
  referralHint:
    'Để trống nếu không giới thiệu. Tên nơi chỉ nằm trong lời đã niêm phong; máy chủ chỉ biết là có giới thiệu.',
  fromPersonActs: {
    asks: (request: string) => `Yêu cầu về dữ liệu: ${request}`,
    correction: 'Lời sửa: điều dưới đây thay cho điều đã viết trước',
    changesContact: 'Đã đổi cách nhận trả lời: hãy mở lại phần liên hệ trước khi gọi',
  },
  fromDeskActs: {
    referral: (place: string) => `Giới thiệu tới: ${place}`,
    done: 'Ghi: đã làm xong yêu cầu về dữ liệu',
    extended: 'Ghi: xin gia hạn yêu cầu về dữ liệu',
  },
  closeTitle: 'Đóng yêu cầu',
  closeText: (days: number) =>
    `Đóng khi không còn việc gì phải làm. Người gửi thấy là đã đóng; họ viết thêm thì yêu cầu tự mở lại. Không có gì mới thì nội dung bị xóa sau ${days} ngày.`,
  closeButton: 'Đóng yêu cầu này',
  closed: 'Đã đóng yêu cầu.',
} as const;
