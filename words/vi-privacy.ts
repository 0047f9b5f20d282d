/** The privacy notice. The days and months are those of domain/, by which the portal erases. */

interface Kept {
  erasedCode: number;
  counts: number;
  settledReport: number;
}

export const privacy = {
  title: 'Riêng tư: trang này giữ gì về bạn',
  description:
    'Điểm Tựa giữ gì khi bạn đọc, tìm nơi giúp đỡ hay gửi yêu cầu; ai đọc được, bao giờ thì xóa, và bạn có quyền gì.',
  lead: 'Trang này giữ càng ít càng tốt. Dưới đây là tất cả những gì được giữ, ai đọc được và bao giờ thì xóa.',
  operator: {
    title: 'Ai chịu trách nhiệm',
    named: (name: string) => `${name} vận hành trang này và chịu trách nhiệm về dữ liệu ở đây.`,
    contact: (contact: string) => `Liên hệ: ${contact}`,
    unnamedTitle: 'Bản này chưa có đơn vị vận hành',
    unnamed:
      'Chưa có ai đứng tên chịu trách nhiệm, nên đây là bản xem thử. Đừng gửi chuyện thật của bạn vào đây.',
    desks:
      'Mỗi đầu mối do một nơi riêng điều hành. Nơi đó chịu trách nhiệm về những gì họ đọc được từ bạn và ghi lại ở chỗ họ.',
  },
  reading: {
    title: 'Khi bạn chỉ đọc và tìm',
    items: [
      'Trang không đặt cookie, không đếm người xem, không gọi đến trang nào khác.',
      'Trang không lưu địa chỉ mạng, loại máy hay trang bạn vừa xem trước đó.',
      'Lời bạn gõ để tìm nằm trong địa chỉ của trang kết quả, nên còn lại trong lịch sử của trình duyệt. Máy chủ trả lời xong thì không giữ.',
      '“Gần tôi” làm tròn vị trí còn khoảng một ki-lô-mét ngay trên máy bạn rồi mới gửi, và máy chủ không giữ.',
      '“Danh sách của tôi” chỉ nằm trong thẻ trình duyệt đang mở.',
    ],
  },
  sending: {
    title: 'Khi bạn gửi yêu cầu',
    caption: 'Những gì được giữ về một yêu cầu',
    columns: { what: 'Điều được giữ', who: 'Ai đọc được', until: 'Đến bao giờ' },
    rows: ({ erasedCode, counts }: Kept): readonly (readonly [string, string, string])[] => [
      [
        'Lời bạn viết và các câu trả lời, đã niêm phong',
        'Đầu mối bạn chọn; bạn, khi có mã',
        'Đến khi bạn rút, hoặc hết hạn ghi dưới bảng này',
      ],
      [
        'Số điện thoại và giờ gọi được, niêm phong riêng',
        'Đầu mối, sau khi ghi lý do; bạn, khi có mã',
        'Cùng lúc với yêu cầu',
      ],
      [
        'Gửi đến đầu mối nào, giờ nào, đã đọc hay đã trả lời, dài cỡ nào, bạn đồng ý theo bản nào, bạn đã xem đến tin nhắn thứ mấy',
        'Đầu mối và người vận hành',
        'Cùng lúc với yêu cầu',
      ],
      [
        'Sổ việc của đầu mối: vào giờ nào cán bộ mở phần nào, trả lời hay đóng; không có lời của bạn',
        'Người vận hành',
        'Không xóa, để không ai sửa được chuyện cũ; yêu cầu đã xóa thì không còn gì nối sổ với bạn',
      ],
      [
        'Dấu của mã đã xóa; từ dấu này không tìm lại được mã',
        'Người vận hành',
        `${erasedCode} ngày sau khi xóa, để một biểu mẫu gửi lại không được nhận lần nữa`,
      ],
      [
        'Những con số theo tháng của đầu mối: bao nhiêu yêu cầu đã đến, đã trả lời, đã xóa',
        'Đầu mối và người vận hành',
        `${counts} tháng`,
      ],
      ['Địa chỉ mạng, để chặn gửi dồn dập', 'Bộ đếm của Cloudflare; trang này không lưu', 'Khoảng một phút'],
    ],
    noScript:
      'Nếu trình duyệt tắt JavaScript, máy chủ niêm phong giúp bạn và thấy chữ của bạn trong lúc đó. Nó không giữ lại.',
    kept: 'Mã của bạn không được lưu ở đâu cả. Mất mã thì không ai ở đây biết yêu cầu nào là của bạn, kể cả người vận hành.',
    backups: (days: number) =>
      `Bản sao của cơ sở dữ liệu có thể còn lâu hơn, nhưng chìa khóa để mở thì bị xóa cùng yêu cầu. Nếu người vận hành sao cả chìa khóa, bản sao đó chỉ được giữ ${days} ngày. Nếu mọi thứ khác mất hết và phải dùng tới nó, yêu cầu bạn đã xóa trong những ngày ấy có thể trở lại; khi đó bạn xóa lại được bằng mã.`,
  },
  reports: {
    title: 'Khi bạn báo một nơi bị sai',
    text: ({ settledReport }: Kept) =>
      `Chỉ giữ loại lỗi, lời ghi chú và giờ gửi, không giữ gì về bạn. Sửa xong được ${settledReport} ngày thì xóa. Đừng ghi tên ai vào đó.`,
  },
  sensitive: {
    title: 'Vì sao biểu mẫu hỏi bạn đồng ý nhiều lần',
    texts: [
      'Lời bạn viết có thể nói về sức khỏe và đời sống riêng. Luật gọi đó là dữ liệu cá nhân nhạy cảm.',
      'Vì thế bạn được hỏi riêng cho từng việc: cho đầu mối đọc, cho gọi điện, cho biết nơi ở. Không ô nào được đánh dấu sẵn. Đổi ý lúc nào cũng được: có mã thì rút và xóa được ngay.',
    ],
  },
  rights: {
    title: 'Quyền của bạn',
    texts: [
      'Theo luật, bạn có quyền biết, đồng ý hay không, rút lại đồng ý, xem, sửa, yêu cầu xóa hay hạn chế, phản đối, khiếu nại, tố cáo và khởi kiện.',
      'Ở đây bạn tự làm được phần lớn, không phải xin ai: gõ mã của bạn để đọc lại, tải về, sửa, rút và xóa.',
    ],
    toFollow: 'Mở yêu cầu bằng mã',
    caption: 'Thời hạn khi bạn yêu cầu đầu mối',
    columns: { what: 'Bạn yêu cầu', days: 'Nhiều nhất' },
    firstAnswer: 'Báo đã nhận yêu cầu',
    asked: { see: 'Xem', correct: 'Sửa', restrict: 'Rút đồng ý, hạn chế, phản đối', erase: 'Xóa' },
    workingDays: (days: number) => `${days} ngày làm việc`,
    days: (days: number) => `${days} ngày, được gia hạn một lần, nhiều nhất thêm ${days} ngày`,
    law: 'Theo Luật 91/2025/QH15, Điều 4, và Nghị định 356/2025/NĐ-CP, Điều 4 và Điều 5. Chúng tôi đọc qua bản tóm tắt, cần đối chiếu với văn bản gốc.',
  },
  abroad: {
    title: 'Máy chủ ở đâu',
    texts: [
      'Trang này chạy trên dịch vụ của Cloudflare, một công ty nước ngoài. Những gì đã niêm phong thì Cloudflare không mở được, nhưng họ thấy là có người mở trang, như với mọi trang họ phục vụ.',
      'Theo Luật 91/2025/QH15, Điều 20, dùng đám mây của nhà cung cấp nước ngoài cũng là chuyển dữ liệu ra nước ngoài. Đơn vị vận hành phải lập hồ sơ đánh giá tác động, trừ trường hợp luật miễn. Chúng tôi đọc qua bản tóm tắt, cần đối chiếu với văn bản gốc.',
    ],
  },
  elsewhere: {
    title: 'Điều trang này không xóa được',
    text: 'Lịch sử trình duyệt, tệp bạn đã tải, ảnh chụp mã, và những gì nhà mạng còn giữ.',
    link: 'Cách xóa dấu vết trên máy',
  },
  sources: [
    { title: 'Luật Bảo vệ dữ liệu cá nhân, 91/2025/QH15', document: '91-2025-qh15' },
    { title: 'Nghị định 356/2025/NĐ-CP', document: '356-2025-nd-cp' },
  ],
  checkedOn: '2026-11-22',
} as const;
