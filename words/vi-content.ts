/**
 * What somebody who writes content/ reads at the terminal: the language linter, the age of guides, health statements.
 * Only builds and tests import it.
 */

/** A guide whose day of review comes near or has passed. */
export const guideAge = {
  due: (place: string, title: string, day: string, days: number) =>
    `${place}: “${title}” cần đọc lại chậm nhất ngày ${day} (còn ${days} ngày). Đối chiếu từng câu với nguồn, rồi sửa checkedOn và reviewBy.`,
  overdue: (place: string, title: string, day: string, days: number) =>
    `${place}: “${title}” đã quá hạn đọc lại ${days} ngày (hạn ${day}). Đối chiếu từng câu với nguồn, rồi sửa checkedOn và reviewBy.`,
  unreadable: (place: string) =>
    `${place}: không đọc được title và reviewBy ở đầu tệp. Viết mỗi mục một dòng, như reviewBy: '2027-05-20'.`,
  unknownMode: (mode: string) =>
    `REVIEW_AGE=“${mode}” không hiểu được; chỉ có “warn” (nhắc) và “error” (dừng).`,
  stopped: (count: number) => `Dừng lại vì ${count} bài đã quá hạn đọc lại (REVIEW_AGE=error).`,
} as const;

/** What a guide rests on. */
export const guideGround = {
  unknownFact: (guide: string, id: string) =>
    `content/guides/${guide}.md: healthFacts nêu “${id}”, nhưng content/health-facts.csv không có dòng đó.`,
  unreadFact: (guide: string, id: string) =>
    `content/guides/${guide}.md: dòng “${id}” ghi “duyệt”, phải có người làm nghề y đọc trước. Chuyển câu đó sang content/clinical/${guide}.md.`,
  unknownSource: (id: string, source: string) =>
    `content/health-facts.csv: dòng “${id}” nêu nguồn “${source}”, nhưng content/health-sources.csv không có nguồn đó.`,
  unknownGuide: (guide: string, other: string) =>
    `content/guides/${guide}.md: related nêu “${other}”, nhưng content/guides không có bài đó.`,
} as const;

/** What the language linter says. */
export const languageLint = {
  longSentence: (count: number, limit: number, start: string) =>
    `câu dài ${count} tiếng, tối đa ${limit}; hãy tách ra: “${start}…”`,
  stigma: (found: string, use: string) => `từ “${found}” làm người đọc bị kỳ thị; dùng: ${use}`,
  abbreviation: (found: string) =>
    `chữ viết tắt “${found}” chưa được giải nghĩa; lần đầu hãy viết đủ, như “Ủy ban nhân dân (UBND)”, hoặc viết đủ luôn`,
  noDiacritics: (found: string) => `“${found}” có vẻ thiếu dấu tiếng Việt`,
  straightQuote: (found: string) => `dấu ${found} thẳng; dùng “…” hoặc ‘…’`,
  isoDate: (found: string, use: string) => `ngày “${found}”; viết kiểu Việt Nam: ${use}`,
  paddedDate: (found: string, use: string) => `ngày “${found}”; bỏ số 0 ở đầu: ${use}`,
  impossibleDate: (found: string) =>
    `“${found}” không phải ngày/tháng/năm; tháng không quá 12, ngày không quá 31`,
  paddedNumber: (found: string, use: string) => `“${found}”; bỏ số 0 ở đầu: ${use}`,
  englishThousands: (found: string, use: string) => `số “${found}”; hàng nghìn dùng dấu chấm: ${use}`,
  englishDecimal: (found: string, use: string) => `số “${found}”; phần lẻ dùng dấu phẩy: ${use}`,
  bareThousands: (found: string, use: string) => `số “${found}”; thêm dấu chấm hàng nghìn: ${use}`,
} as const;
