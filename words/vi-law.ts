/**
 * The sentences about the law: the register of documents, what changed, questions, the glossary, and what the build tells
 * an editor whose citation is wrong. They stand apart from vi.ts because only the pages of the law need them.
 */

/** `2026-07-01` the Vietnamese way, `1/7/2026`; anything else stays as it stands. */
function day(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return parts === null ? iso : `${Number(parts[3])}/${Number(parts[2])}/${parts[1]}`;
}

/** Where a document stands on the day on which the page is drawn: short, for a tag. */
export const standingTags = {
  'not-yet': 'Chưa có hiệu lực',
  'in-force': 'Đang có hiệu lực',
  consistent: 'Còn áp dụng phần không trái luật mới',
  'partly-ended': 'Hết hiệu lực một phần',
  'carried-out': 'Đang thực hiện',
  'period-over': 'Đã hết thời hạn',
  outdated: 'Không còn phù hợp',
  ended: 'Hết hiệu lực',
  unverified: 'Đang xác minh',
} as const;

/** The same as sentences, for the document's own page. */
export const standingSentences = {
  'not-yet': 'Văn bản này chưa có hiệu lực.',
  'in-force': 'Văn bản này đang có hiệu lực.',
  consistent:
    'Luật mà văn bản này hướng dẫn đã được thay. Văn bản còn áp dụng ở phần không trái Luật 120/2025 và Nghị định 163/2026, cho đến khi có văn bản mới. Đây là điều chúng tôi suy ra từ Điều 57 khoản 2 Luật 64/2025/QH15; chưa thấy cơ quan nào công bố.',
  'partly-ended': 'Một phần của văn bản này đã hết hiệu lực.',
  'carried-out': 'Văn bản này đang được thực hiện.',
  'period-over': 'Thời hạn ghi trong văn bản này đã qua. Không dùng làm căn cứ cho việc hôm nay.',
  outdated: 'Nội dung không còn phù hợp vì luật mới đã quy định lại.',
  ended: 'Văn bản này đã hết hiệu lực. Đừng làm theo.',
  unverified:
    'Chúng tôi chưa xác minh được văn bản này còn áp dụng hay không, nên không dùng nó làm căn cứ. Hãy hỏi nơi ban hành.',
} as const;

/** What stays true of a phase whatever the day: for pages that are built once. */
export const standingDates = {
  'in-force': (from: string | null) => (from === null ? 'đang có hiệu lực' : `áp dụng từ ${day(from)}`),
  consistent: (from: string | null) =>
    from === null
      ? 'chỉ còn áp dụng phần không trái luật mới'
      : `từ ${day(from)} chỉ còn áp dụng phần không trái luật mới`,
  'partly-ended': (from: string | null) =>
    from === null ? 'hết hiệu lực một phần' : `hết hiệu lực một phần từ ${day(from)}`,
  'carried-out': (_from: string | null) => 'đang thực hiện',
  'period-over': (from: string | null) =>
    from === null ? 'đã hết thời hạn' : `hết thời hạn từ ${day(from)}`,
  outdated: (from: string | null) =>
    from === null ? 'không còn phù hợp' : `không còn phù hợp từ ${day(from)}`,
  ended: (from: string | null) => (from === null ? 'đã hết hiệu lực' : `hết hiệu lực từ ${day(from)}`),
  unverified: (_from: string | null) => 'đang xác minh còn áp dụng hay không',
} as const;

/** Links to documents inside texts, and their list at the end. */
export const citations = {
  title: 'Căn cứ',
  /** What a browser shows when the pointer rests on a citation. */
  hover: (title: string, standing: string) => `${title}: ${standing}`,
  /** After the document's link. */
  line: (title: string, standing: string) => `${title}; ${standing}.`,
  articles: (list: string) => ` Nhắc ở trang này: Điều ${list}.`,
  confidence: (words: string) => ` Độ tin: ${words}.`,
} as const;

/** What the build says to whoever wrote a text; each message follows the file and the line. */
export const lawCheck = {
  malformed: (written: string) =>
    `Không đọc được trích dẫn “${written}”. Viết số văn bản rồi đến điều, khoản, điểm theo thứ tự đó, như [[120/2025/QH15 Điều 27 khoản 2]]; muốn hiện chữ khác thì thêm “ | chữ đó”. Mỗi ngoặc chỉ một điều, một khoản.`,
  unknown: (number: string, near: readonly string[]) =>
    `Không có văn bản số “${number}” trong content/legal/documents.csv.${
      near.length === 0 ? '' : ` Có phải là ${near.map((one) => `"${one}"`).join(' hoặc ')}?`
    } Hãy sửa số, hoặc thêm văn bản vào bảng cùng nguồn của nó.`,
  standing: {
    'not-yet': (number: string, from: string | null) =>
      `${number} chưa có hiệu lực${from === null ? '' : `; bắt đầu từ ${day(from)}`}.`,
    'partly-ended': (number: string, since: string | null) =>
      `${number} hết hiệu lực một phần${since === null ? '' : ` từ ${day(since)}`}, và điều này có thể nằm trong phần đó.`,
    'period-over': (number: string, since: string | null) =>
      `${number} đã hết thời hạn${since === null ? '' : ` từ ${day(since)}`}.`,
    outdated: (number: string, since: string | null) =>
      `${number} không còn phù hợp${since === null ? '' : ` từ ${day(since)}`}.`,
    ended: (number: string, since: string | null) =>
      `${number} hết hiệu lực${since === null ? '' : ` từ ${day(since)}`}.`,
    unverified: (number: string, _since: string | null) =>
      `${number} chưa xác minh được còn áp dụng hay không, nên không được dùng làm căn cứ.`,
  },
  replacedBy: (number: string) => ` Văn bản thay thế: ${number}.`,
  writeHistory: (number: string) => ` Nếu chỉ kể chuyện trước đây, viết dấu ngã ở đầu: [[~${number} …]].`,
  needlessHistory: (number: string) =>
    `[[~${number} …]] được đánh dấu là chuyện cũ, nhưng ${number} đang có hiệu lực. Hãy bỏ dấu ngã.`,
  noArticle: (number: string, count: number, article: string) =>
    `${number} chỉ có ${count} điều, không có Điều ${article}.`,
  unread: (number: string, article: string) =>
    `Điều ${article} của ${number} chưa ai đọc (cột unread_articles của content/legal/documents.csv), nên chưa được dùng làm căn cứ.`,
  noSource: (title: string) =>
    `Mục “${title}” có câu không nêu căn cứ. Thêm một trích dẫn như [[120/2025/QH15 Điều 27 khoản 2]].`,
  unsourcedFigure: (figure: string) =>
    `“${figure}” không có căn cứ. Thêm một trích dẫn vào mục này, hoặc nguồn (sources, healthFacts) ở đầu tệp.`,
  /** Before the whole list. */
  failed: (count: number) => `Nội dung có ${count} chỗ phải sửa trước khi dựng trang:`,
} as const;

/** What every page of the law carries. */
export const lawPages = {
  /** The ISO day on which these pages were last compared with their sources. */
  checkedOn: '2026-11-21',
  checked: 'Đối chiếu với nguồn ngày',
  writtenBy: 'Người viết: Ban biên tập Điểm Tựa.',
  notReviewed: 'Chưa có luật sư hay người có chuyên môn đọc duyệt trang này.',
  back: 'Luật nói gì',
  register: 'Danh mục văn bản',
  deadline: {
    title: 'Đã được báo kết quả là nghiện? Bạn có 24 giờ.',
    text: 'Trong 24 giờ kể từ khi được báo, bạn cần đăng ký với Công an cấp xã nơi cư trú: đến tận nơi, hoặc qua Cổng Dịch vụ công quốc gia, hoặc VNeID ([[163/2026/NĐ-CP Điều 89 khoản 1]] và [[163/2026/NĐ-CP Điều 89 khoản 4 | khoản 4]]). Không đăng ký thì có thể bị đưa đi cai nghiện bắt buộc ([[120/2025/QH15 Điều 35 khoản 1]]). Hỏi trên trang này không làm đồng hồ dừng lại.',
    link: 'Cách đăng ký, từng bước',
  },
} as const;

/** The overview. */
export const lawHome = {
  title: 'Luật nói gì về cai nghiện tự nguyện',
  description:
    'Luật đang áp dụng từ 1/7/2026, điều gì đã đổi, câu trả lời kèm điều luật, danh mục văn bản và từ ngữ.',
  lead: 'Luật đang áp dụng là [[120/2025/QH15 | Luật Phòng, chống ma túy số 120/2025/QH15]] và [[163/2026/NĐ-CP | Nghị định số 163/2026/NĐ-CP]], từ 1/7/2026. Phần lớn bài viết trên mạng còn nói theo luật cũ. Ở đây câu nào cũng ghi điều luật; bấm vào đó để xem văn bản nói gì và còn áp dụng hay không.',
  parts: {
    changes: {
      title: 'Điều gì đổi từ 1/7/2026',
      text: 'Bảng trước và nay: nơi đăng ký, hạn 24 giờ, thời gian cai, giám sát điện tử.',
    },
    questions: {
      title: 'Hỏi và đáp',
      text: '30 câu nhiều người hỏi nhất, mỗi câu một đoạn ngắn có điều luật.',
    },
    documents: {
      title: 'Danh mục văn bản',
      text: 'Từng văn bản: còn áp dụng không, từ ngày nào, thay cái gì, bị cái gì thay.',
    },
    glossary: { title: 'Từ ngữ của luật', text: 'Những từ khó, nói lại bằng lời thường.' },
  },
  limitsTitle: 'Điều chúng tôi chưa biết',
  limits: [
    'Trong Nghị định 163/2026, chúng tôi chưa đọc các Điều 11, 29 đến 41 và 50 đến 54, nên không dẫn các điều đó.',
    'Chưa thấy thông tư năm 2026 của Bộ Công an, Bộ Y tế, Bộ Tài chính hướng dẫn luật mới (tra đến 21/11/2026).',
    'Chưa thấy quyết định công bố thủ tục hành chính theo nghị định mới, nên chúng tôi không ghi mức phí nộp hồ sơ.',
    'Đây không phải là tư vấn pháp lý. Việc của riêng bạn, hãy hỏi Công an cấp xã, cơ sở y tế hoặc luật sư.',
  ],
} as const;

/** The register. */
export const lawRegister = {
  title: 'Danh mục văn bản',
  description:
    'Các văn bản về cai nghiện ma túy: văn bản nào đang có hiệu lực, văn bản nào đã bị thay, từ ngày nào.',
  lead: (count: number, today: string) =>
    `${count} văn bản, xếp theo tình trạng hôm nay, ${day(today)}. Văn bản có ngày bắt đầu hay kết thúc đã biết sẽ tự chuyển nhóm vào ngày đó.`,
  groups: {
    'not-yet': 'Chưa có hiệu lực',
    'in-force': 'Đang có hiệu lực',
    consistent: 'Còn áp dụng phần không trái luật mới',
    'carried-out': 'Chương trình, kế hoạch đang thực hiện',
    'partly-ended': 'Hết hiệu lực một phần',
    unverified: 'Đang xác minh: đừng dựa vào',
    ended: 'Hết hiệu lực',
    outdated: 'Không còn phù hợp',
    'period-over': 'Đã hết thời hạn',
  },
  noNumber: 'chưa đọc được số',
  since: (from: string) => `từ ${day(from)}`,
} as const;

/** One document. */
export const lawDocument = {
  description: (name: string, title: string) =>
    `${name}, ${title}: còn áp dụng hay không, từ ngày nào, thay văn bản nào.`,
  missing: {
    title: 'Không có văn bản này',
    description: 'Văn bản không có trong danh mục.',
    text: 'Danh mục của chúng tôi không có văn bản ở địa chỉ này. Hãy tìm trong danh mục.',
  },
  onDay: (today: string) => `Tình trạng ngày ${day(today)}`,
  since: (from: string) => `Từ ${day(from)}.`,
  replacedBy: 'Văn bản thay thế:',
  replacedAt: (place: string) => `(${place})`,
  timeline: 'Dòng thời gian',
  events: {
    issued: (issuer: string) => `${issuer} ban hành.`,
    issuedUnknown: (issuer: string) => `${issuer} ban hành; chưa rõ ngày.`,
    'in-force': 'Bắt đầu có hiệu lực.',
    consistent: 'Luật gốc bị thay: từ đây chỉ áp dụng phần không trái luật mới.',
    'partly-ended': 'Hết hiệu lực một phần.',
    'carried-out': 'Bắt đầu thực hiện.',
    'period-over': 'Hết thời hạn.',
    outdated: 'Không còn phù hợp với luật mới.',
    ended: 'Hết hiệu lực.',
    unverified: 'Chưa xác minh được.',
    replaces: (name: string) => `Thay ${name}.`,
    later: (what: string) => `Riêng phần này có ngày khác: ${what}.`,
  },
  upcoming: '(sắp tới)',
  provisions: 'Những điều được nhắc trên Điểm Tựa',
  provisionsNote: 'Lời tóm tắt là của chúng tôi, không phải lời của văn bản.',
  noProvisions: 'Chúng tôi chưa tóm tắt điều nào của văn bản này.',
  unread: (list: string) => `Chưa ai trong chúng tôi đọc: Điều ${list}.`,
  range: (from: number, to: number) => (from === to ? `${from}` : `${from} đến ${to}`),
  facts: 'Thông tin về văn bản',
  kind: 'Loại',
  issuer: 'Nơi ban hành',
  issued: 'Ngày ban hành',
  articles: 'Số điều',
  confidence: 'Độ tin của thông tin',
  sources: 'Chúng tôi đọc ở đâu',
  sourceDate: 'Ngày của nguồn',
  unknown: 'chưa rõ',
  remark: 'Cần biết thêm',
} as const;

/** Before and after. */
export const lawChanges = {
  title: 'Điều gì đổi từ 1/7/2026',
  description:
    'Bảng trước và nay của luật cai nghiện: nơi đăng ký, hạn 24 giờ, thời gian cai, giấy tờ, giám sát điện tử.',
  lead: 'Ngày 1/7/2026, Luật 120/2025/QH15 thay Luật 73/2021/QH14 ([[120/2025/QH15 Điều 55 khoản 2]]), và Nghị định 163/2026/NĐ-CP thay Nghị định 116/2021/NĐ-CP ([[163/2026/NĐ-CP Điều 150 khoản 3]]). Nếu bạn đọc nơi khác mà thấy khác ở đây, hãy xem bài đó viết trước hay sau ngày ấy.',
  caption: 'Trước và nay',
  columns: { topic: 'Việc', before: 'Trước 1/7/2026', now: 'Từ 1/7/2026' },
  transitional:
    'Bạn bắt đầu cai trước ngày đó? Thời hạn cai của bạn vẫn theo luật cũ, còn quản lý sau cai theo luật mới ([[120/2025/QH15 Điều 56 khoản 1]]).',
} as const;

/** Questions and answers. */
export const lawQuestions = {
  title: 'Hỏi và đáp về luật',
  description:
    '30 câu hỏi thường gặp về cai nghiện ma túy tự nguyện theo luật từ 1/7/2026, mỗi câu trả lời có điều luật.',
  contents: (count: number) => `${count} câu hỏi`,
} as const;

/** The glossary. */
export const lawGlossary = {
  title: 'Từ ngữ của luật',
  description: 'Các từ trong luật về cai nghiện ma túy, giải thích bằng lời thường, có điều luật.',
  lead: 'Lời giải thích là của chúng tôi, viết cho dễ hiểu; chữ của luật có thể khác.',
  also: (forms: string) => `Còn gọi: ${forms}.`,
} as const;
