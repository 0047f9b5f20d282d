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
    `Không đọc được trích dẫn "${written}". Viết số văn bản rồi đến điều, khoản, điểm theo thứ tự đó, như [[120/2025/QH15 Điều 27 khoản 2]]; muốn hiện chữ khác thì thêm " | chữ đó". Mỗi ngoặc chỉ một điều, một khoản.`,
  unknown: (number: string, near: readonly string[]) =>
    `Không có văn bản số "${number}" trong content/legal/documents.csv.${
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
    `Mục "${title}" có câu không nêu căn cứ. Thêm một trích dẫn như [[120/2025/QH15 Điều 27 khoản 2]].`,
  oldReview: (checkedOn: string, days: number) =>
    `Trang được đối chiếu lần cuối ngày ${day(checkedOn)}, đã ${days} ngày. Hãy so lại với nguồn rồi sửa checkedOn.`,
  /** Before the whole list. */
  failed: (count: number) => `Nội dung có ${count} chỗ phải sửa trước khi dựng trang:`,
} as const;
