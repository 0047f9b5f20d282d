/** Where a listed place lies now: present units checked, former ones followed where that is certain. Pure. */
import { foldedWords } from '../../../domain/fold.ts';
import { isBefore } from './parse-day.ts';
import type { FormerCommune, PresentCommune, UnitIndex, UnitProvince } from './unit-index.ts';
import { unitWords } from './unit-index.ts';

/** The day on which the present communes and provinces began to work. */
const PRESENT_UNITS_SINCE = '2025-07-01';

export interface AddressWords {
  address: string;
  communeCode: string;
  commune: string;
  /** A district as it was until 30/6/2025. */
  district: string;
  province: string;
  /** ISO date of the list, as exact as it is known. */
  sourceDate: string | null;
}

export interface Placing {
  provinceCode: string;
  provinceName: string;
  commune: PresentCommune | null;
  /** Province as the list has it. */
  provinceInSource: string;
  /** How the former unit was followed; null when the list names a present one. */
  mappingNote: string | null;
}

export type Placed =
  | { kind: 'placed'; placing: Placing }
  /** The place lies in one of these, or in none that can be told; `placing` has the province alone. */
  | {
      kind: 'ask';
      code: 'commune-split' | 'commune-ambiguous';
      placing: Placing;
      candidates: PresentCommune[];
    }
  | {
      kind: 'fault';
      code: 'province' | 'commune' | 'commune-elsewhere' | 'commune-code' | 'commune-mismatch';
      column: 'province' | 'commune' | 'communeCode';
      detail: string;
    };

/** Understands the units of one row. */
export function placeAddress(units: UnitIndex, words: AddressWords): Placed {
  const province = units.findProvince(words.province);
  if (province === null)
    return { kind: 'fault', code: 'province', column: 'province', detail: words.province };
  if (words.communeCode !== '') return byCode(units, words, province);
  if (words.commune !== '') return byName(units, words, province, words.commune, words.district);
  const inAddress = unitsInAddress(words.address, [province.fullName, province.former?.fullName ?? '']);
  if (inAddress.commune !== '') {
    const placed = byName(units, words, province, inAddress.commune, inAddress.district || words.district);
    // The address is free text: what looks like a unit in it may be a street or an estate.
    if (placed.kind !== 'fault') return placed;
  }
  const district = words.district || inAddress.district;
  const ground = district === '' ? [] : units.groundOfDistrict(district, province.code);
  const [only, ...others] = ground;
  if (only !== undefined && others.length === 0) return placed(province, only, words, null);
  const placing = placingOf(province, null, words, null);
  return ground.length === 0
    ? { kind: 'placed', placing }
    : { kind: 'ask', code: 'commune-split', placing, candidates: ground };
}

function byCode(units: UnitIndex, words: AddressWords, province: UnitProvince): Placed {
  const commune = units.communes.get(words.communeCode);
  if (commune === undefined) {
    return { kind: 'fault', code: 'commune-code', column: 'communeCode', detail: words.communeCode };
  }
  if (commune.provinceCode !== province.code) return elsewhere(units, commune, 'communeCode');
  const isNamed =
    words.commune === '' ||
    words.district !== '' ||
    units.findCommunes(words.commune).some(({ code }) => code === commune.code) ||
    units
      .findFormer(words.commune, province.code, null)
      .some(({ communes }) => communes.some(({ code }) => code === commune.code));
  return isNamed
    ? placed(province, commune, words, null)
    : { kind: 'fault', code: 'commune-mismatch', column: 'communeCode', detail: commune.fullName };
}

function byName(
  units: UnitIndex,
  words: AddressWords,
  province: UnitProvince,
  name: string,
  district: string,
): Placed {
  const former = units
    .findFormer(name, province.code, district === '' ? null : district)
    .filter(
      ({ formerProvinceCode }) => province.former === null || formerProvinceCode === province.former.code,
    );
  if (district !== '') return followed(units, words, province, name, former);

  const everywhere = units.findCommunes(name);
  const present = everywhere.filter(({ provinceCode }) => provinceCode === province.code);
  const [only, ...others] = present;
  if (only === undefined) {
    const [other] = everywhere;
    if (former.length === 0 && other !== undefined) return elsewhere(units, other, 'commune');
    return followed(units, words, province, name, former);
  }
  // An old list means the former unit, even where a present one has the same name and other ground.
  const isOld = words.sourceDate !== null && isBefore(words.sourceDate, PRESENT_UNITS_SINCE);
  const staysThere = former.every(({ isWhole, communes }) => isWhole && communes[0]?.code === only.code);
  if (others.length === 0 && (!isOld || staysThere) && province.former === null) {
    return placed(province, only, words, null);
  }
  if (others.length === 0 && former.length === 0) return placed(province, only, words, null);
  if (others.length === 0 && former.length === 1) return followed(units, words, province, name, former);
  const candidates = [...present, ...former.flatMap(({ communes }) => communes)];
  return ask('commune-ambiguous', province, words, candidates);
}

function followed(
  units: UnitIndex,
  words: AddressWords,
  province: UnitProvince,
  name: string,
  former: readonly FormerCommune[],
): Placed {
  const [only, ...others] = former;
  if (only === undefined) {
    // "Xã Sóc Sơn, huyện Sóc Sơn": a present commune with the district that was there before it.
    const present = units.findCommunes(name).filter(({ provinceCode }) => provinceCode === province.code);
    const [commune, ...more] = present;
    if (commune !== undefined && more.length === 0) return placed(province, commune, words, null);
    return { kind: 'fault', code: 'commune', column: 'commune', detail: name };
  }
  const [commune] = only.communes;
  if (others.length === 0 && only.isWhole && commune !== undefined) {
    return placed(province, commune, words, only.mergeNote);
  }
  const candidates = former.flatMap(({ communes }) => communes);
  return ask(others.length === 0 ? 'commune-split' : 'commune-ambiguous', province, words, candidates);
}

function ask(
  code: 'commune-split' | 'commune-ambiguous',
  province: UnitProvince,
  words: AddressWords,
  candidates: readonly PresentCommune[],
): Placed {
  const unique = [...new Map(candidates.map((commune) => [commune.code, commune])).values()];
  return { kind: 'ask', code, placing: placingOf(province, null, words, null), candidates: unique };
}

function elsewhere(units: UnitIndex, commune: PresentCommune, column: 'commune' | 'communeCode'): Placed {
  const detail = `${commune.fullName}, ${units.provinceName(commune.provinceCode)}`;
  return { kind: 'fault', code: 'commune-elsewhere', column, detail };
}

function placed(
  province: UnitProvince,
  commune: PresentCommune,
  words: AddressWords,
  note: string | null,
): Placed {
  return { kind: 'placed', placing: placingOf(province, commune, words, note) };
}

function placingOf(
  province: UnitProvince,
  commune: PresentCommune | null,
  words: AddressWords,
  mappingNote: string | null,
): Placing {
  return {
    provinceCode: province.code,
    provinceName: province.fullName,
    commune,
    provinceInSource: words.province,
    mappingNote,
  };
}

/** A commune and a former district at the end of an address: "số 5, xã Tân Minh, huyện Sóc Sơn". */
function unitsInAddress(
  address: string,
  provinces: readonly string[],
): { commune: string; district: string } {
  const found = { commune: '', district: '' };
  for (const part of address.split(',').map((piece) => piece.trim())) {
    const words = unitWords(part);
    if (foldedWords(part).length > 7 || provinces.some((name) => unitWords(name) === words)) continue;
    if (/^(xa|phuong|thi tran|dac khu) \S/.test(words)) found.commune = part;
    if (/^(quan|huyen|thi xa|thanh pho) \S/.test(words) && found.commune !== '') found.district ||= part;
  }
  return found;
}
