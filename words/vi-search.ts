/** The sentences of the search over the whole portal, `/tim-kiem/`. */

/** The page and the boxes that lead to it. */
export const siteSearch = {
  title: 'Tìm trên Điểm Tựa',
  description:
    'Một ô để tìm trong bài hướng dẫn, luật, danh bạ, số liệu và các số điện thoại. Gõ không dấu cũng được.',
  label: 'Tìm trên cả trang',
  question: 'Bạn muốn biết gì?',
  hint: 'Gõ như bạn đang hỏi, không cần dấu. Đừng ghi tên ai.',
  submit: 'Tìm',
  traces: 'Chúng tôi không lưu chữ bạn gõ, nhưng lịch sử trình duyệt có.',
  tracesLink: 'Cách xóa',
  results: 'Câu trả lời',
  /** What a result is part of. */
  kinds: {
    guide: 'Hướng dẫn',
    question: 'Hỏi và đáp',
    change: 'Luật đã đổi',
    term: 'Từ ngữ của luật',
    document: 'Văn bản',
    provision: 'Điều luật, chúng tôi tóm tắt',
    figure: 'Số liệu',
    campaign: 'Tháng hành động',
    phones: 'Số điện thoại',
    page: 'Trang của cổng',
  },
  inPage: (kind: string, page: string) => `${kind}: ${page}`,
  others: 'Cũng ở trang này:',
  dangers: {
    overdose: {
      title: 'Có người đang nguy hiểm? Gọi 115 ngay.',
      link: 'Quá liều: làm gì trong lúc chờ',
    },
    suicide: {
      title: 'Bạn hay ai đó đang nghĩ đến cái chết? Gọi 115, đừng ở một mình.',
      link: 'Ý nghĩ tự tử: làm gì ngay bây giờ',
    },
    violence: {
      title: 'Đang bị đánh, bị đe dọa? Ra chỗ an toàn, gọi 113. Bị thương: 115.',
      link: 'Bạo lực trong nhà: làm gì, gọi ai',
    },
    withdrawal: {
      title: 'Co giật, thấy điều không có thật, nôn liên tục? Gọi 115 ngay.',
      link: 'Ngừng đột ngột mà nguy hiểm: khi nào gọi 115',
    },
  },
  police: { number: '113', text: 'Đang bị đánh hoặc đe dọa ngay lúc này.' },
  misspelt: (typed: string) => `Không thấy “${typed}” ở trang nào.`,
  shownInstead: (meant: string) => `Dưới đây là câu trả lời cho “${meant}”.`,
  didYouMean: 'Hoặc bạn muốn tìm',
  places: 'Nơi trong danh bạ',
  allPlaces: (total: number, isCapped: boolean) =>
    total === 0
      ? 'Tìm chỗ khác trong danh bạ'
      : isCapped
        ? `Xem hơn ${total} nơi trong danh bạ`
        : `Xem cả ${total} nơi trong danh bạ`,
  nothing: 'Chưa tìm thấy câu trả lời',
  nothingHints: [
    'Thử ít chữ hơn, hoặc chữ khác: “chi phí”, “giấy tờ”, “methadone”.',
    'Tìm một nơi thì gõ tên xã, phường, quận cũ hoặc tỉnh.',
    'Trang này chỉ nói về ma túy và cai nghiện tự nguyện.',
  ],
  nothingTitle: 'Đi tiếp từ đây',
  still: 'Chưa thấy điều bạn cần?',
  ways: [
    { href: '/yeu-cau/', text: 'Hỏi kín đáo một đầu mối, không cần nói tên' },
    { href: '/huong-dan/so-dien-thoai/', text: 'Số điện thoại cần biết' },
    { href: '/danh-ba/', text: 'Tìm nơi giúp gần bạn' },
    { href: '/huong-dan/', text: 'Tất cả bài hướng dẫn' },
  ],
  common: 'Nhiều người hỏi',
  commonQuestions: [
    { href: '/huong-dan/bat-dau-tu-dau/', text: 'Muốn cai thì bắt đầu từ đâu?' },
    { href: '/huong-dan/dang-ky-cai-nghien-tu-nguyen/', text: 'Đăng ký ở đâu, cần giấy tờ gì?' },
    { href: '/huong-dan/nam-giai-doan/', text: 'Cai mất bao lâu, từng giai đoạn làm gì?' },
    { href: '/huong-dan/chi-phi-va-ho-tro/', text: 'Tốn bao nhiêu, được hỗ trợ gì?' },
    { href: '/huong-dan/ai-se-biet/', text: 'Ai sẽ biết tôi đi cai?' },
    { href: '/huong-dan/noi-chuyen-voi-nguoi-than/', text: 'Nói chuyện với người thân thế nào?' },
    { href: '/huong-dan/dung-lai-sau-cai/', text: 'Lỡ dùng lại thì làm gì?' },
  ],
  /** In the header. */
  nav: 'Tìm',
} as const;
