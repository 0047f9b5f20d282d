import type { DirectoryData } from '../../functions/directory/schema.ts';

/**
 * The shipped directory with every place, but only the communes where one lies and those of Hà Nội and
 * Thành phố Hồ Chí Minh: what a test needs that
 * is not about units, in a tenth of the time.
 */
export function smallDirectory(directory: DirectoryData): DirectoryData {
  const used = new Set(
    directory.attributes.filter(({ link_type }) => link_type === 'commune-code').map(({ value }) => value),
  );
  const communes = directory.communes.filter(
    ({ code, province_code }) => ['01', '79'].includes(province_code) || used.has(code),
  );
  const codes = new Set(communes.map(({ code }) => code));
  return {
    ...directory,
    communes,
    formerUnits: directory.formerUnits.filter(({ commune_code }) => codes.has(commune_code)),
  };
}
