/**
 * How the names of administrative units become words of the search tables. Pure; used when the tables are written
 * and when a visitor asks.
 */
import { capitalised } from '../../domain/capitalised.ts';
import { foldedWords } from '../../domain/fold.ts';
import { unitNames } from '../../domain/unit-names.ts';

/** Longest name, in words, that is looked for inside a longer question ("phường văn miếu quốc tử giám"). */
const MAX_NAME_WORDS = 7;

/** Everyday names of provinces that no list of units holds, by present or former code (the same for both here). */
const EVERYDAY_PROVINCE_NAMES: Readonly<Record<string, readonly string[]>> = {
  '01': ['HN', 'TP.HN'],
  '79': ['TPHCM', 'HCM', 'TP.HCM', 'HCMC', 'Sài Gòn', 'Saigon', 'SG'],
};

/** One filter word for a whole name, told apart from text by its colons: `ten:quan:hoang:mai`. */
export function nameToken(words: readonly string[]): string {
  return `ten:${words.join(':')}`;
}

/**
 * The names that a unit answers to, as filter words.
 *
 * @param whole the name, folded, with its kind
 */
export function nameTokens(whole: string, everyday: readonly string[] = []): string[] {
  const names = new Set([...unitNames(whole), ...everyday.map((name) => foldedWords(name).join(' '))]);
  return [...names].map((name) => nameToken(name.split(' ')));
}

/** Everyday names of a province, for nameTokens and for the text of its places. */
export function everydayProvinceNames(provinceCode: string): readonly string[] {
  return EVERYDAY_PROVINCE_NAMES[provinceCode] ?? [];
}

/** A run of words inside a question that may name a unit. */
export interface NameCandidate {
  token: string;
  from: number;
  to: number;
}

/** Single words that name a unit wherever they stand: "q8", "phuong12", and everyday names of provinces. */
const CLEAR_WORDS = /^(?:(?:q|quan|p|phuong)\d{1,2}|hn|hue|hcm|tphcm|tphn|hcmc|saigon|sg)$/;

/**
 * Every run of words that may be the name of a unit, longest first. A single word counts only when it is the whole
 * question or cannot be anything else: "Chờ", "Hồ" and "Láng" are units, but also everyday words.
 */
export function nameCandidates(words: readonly string[]): NameCandidate[] {
  const candidates: NameCandidate[] = [];
  for (let length = Math.min(MAX_NAME_WORDS, words.length); length >= 1; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      if (length === 1 && words.length > 1 && !CLEAR_WORDS.test(words[from] ?? '')) continue;
      candidates.push({ token: nameToken(words.slice(from, from + length)), from, to: from + length });
    }
  }
  return candidates;
}

/** A name without the kind of unit that it begins with: "Ba Vì" of "Huyện Ba Vì", but all of "Quận 8". */
export function bareName(fullName: string): string {
  const bare = fullName.replace(/^(Thành phố|Tỉnh|Thị xã|Thị trấn|Quận|Huyện) /, '');
  return /^\d+$/.test(bare) ? fullName : bare;
}

/** The name of a present commune with its kind: "Phường Hoàng Mai". */
export function communeFullName(type: string, name: string): string {
  return `${capitalised(type)} ${name}`;
}

/** Whether a former row is a commune; five island districts had none and stand in the source for themselves. */
export function hasCommunes(formerType: string | null): boolean {
  return !formerType?.startsWith('huyện đảo');
}

/** The name of a former commune with its kind ("Xã Yên Bài"), or the bare name where the source gives no kind. */
export function formerCommuneFullName(type: string | null, name: string): string {
  return type === null || !hasCommunes(type) ? name : communeFullName(type, name);
}

/** A key for a former commune, whose official code may be missing or shared with another. */
export function formerUnitKey(code: string | null, districtCode: string, name: string): string {
  return `${districtCode}-${code ?? 'x'}-${foldedWords(name).join('-')}`;
}
