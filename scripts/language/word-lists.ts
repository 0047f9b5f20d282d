/** What the language linter knows of words. */

/** An expression that stigmatises, and what to write instead. */
export interface StigmaRule {
  pattern: RegExp;
  use: string;
  /** Inside “…” it may stand: the name of a document or of a model is not ours to change. */
  mayBeQuoted: boolean;
}

const word = (forms: string): RegExp => new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'giu');

/**
 * From NIDA's “Words Matter” and from Article 5.11 of Law 120/2025/QH15, which forbids stigmatising; the Vietnamese
 * wording is the editors' own.
 */
export const STIGMA: readonly StigmaRule[] = [
  {
    pattern: word('con nghiện|thằng nghiện|dân nghiện|kẻ nghiện|nghiện ngập'),
    use: 'người sử dụng ma túy; “người nghiện ma túy” chỉ khi dẫn luật',
    mayBeQuoted: false,
  },
  { pattern: word('dân chích|chích choác'), use: 'người tiêm chích ma túy', mayBeQuoted: false },
  { pattern: word('ngáo đá|thằng ngáo'), use: 'người đang kích động, có hoang tưởng', mayBeQuoted: false },
  { pattern: word('chơi ma túy|hút hít|hút chích'), use: 'sử dụng ma túy', mayBeQuoted: false },
  { pattern: word('lạm dụng ma túy'), use: 'sử dụng ma túy', mayBeQuoted: true },
  { pattern: word('tệ nạn'), use: 'ma túy, việc sử dụng ma túy', mayBeQuoted: true },
  { pattern: word('đối tượng'), use: 'người', mayBeQuoted: true },
  {
    pattern: word('lầm lỡ|hoàn lương|ngựa quen đường cũ'),
    use: 'người đang phục hồi; người sau cai nghiện',
    mayBeQuoted: false,
  },
  {
    pattern: word('trại cai|nhốt đi cai|tống đi cai'),
    use: 'cơ sở cai nghiện; vào cơ sở',
    mayBeQuoted: true,
  },
  { pattern: word('nạn nhân của (?:ma túy|AIDS)'), use: 'người bị ảnh hưởng', mayBeQuoted: true },
  {
    pattern: word('nhiễm AIDS|con ết|xét nghiệm AIDS'),
    use: 'người sống với HIV; xét nghiệm HIV',
    mayBeQuoted: false,
  },
  { pattern: word('nhóm nguy cơ cao'), use: 'nhóm cần được ưu tiên', mayBeQuoted: true },
  { pattern: word('sạch ma túy'), use: 'không ma túy; không còn dùng', mayBeQuoted: true },
];

/** Abbreviations that readers know better than their long form, and broadcasters by their names. */
export const KNOWN_ABBREVIATIONS: ReadonlySet<string> = new Set(['HIV', 'AIDS', 'QR', 'SMS', 'VOV2', 'VTV']);

/** What may stand before the proper name of an office or a paper; such a name is no abbreviation to resolve. */
export const NAMING_WORDS =
  /(?:viện|trung tâm|tổ chức|cơ quan|báo|đài|bệnh viện|hội|chương trình|tên là|gọi là) $/iu;

/** A syllable whose rime always carries a diacritic in Vietnamese: “nguoi” for “người”, “nghien” for “nghiện”. */
export const BARE_SYLLABLE =
  /^(?:ngh|ng|nh|th|tr|ch|kh|gh|gi|ph|qu|[bcdghklmnprstvx])?(?:iec|iem|ien|ieng|iep|iet|ieu|yen|yem|yet|yeu|uoc|uoi|uom|uon|uong|uop|uot|uou|uyen|uyet|uye|uay|uoi)$/i;

/** Frequent words that no Vietnamese sentence has without a diacritic. */
export const BARE_WORDS: ReadonlySet<string> = new Set(['khong', 'hoac', 'duoc', 'giup', 'truoc']);
