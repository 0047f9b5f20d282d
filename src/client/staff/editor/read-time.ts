import { fold } from '../../../../domain/fold.ts';

/**
 * A time of day as people type it ("7:30", "7h30", "7 giờ") in the form that the directory stores ("07:30"). What is no
 * such time is given back as typed, for the portal to refuse.
 */
export function readTime(typed: string): string {
  const text = typed.trim();
  const [, hour, minute = '00'] = /^(\d{1,2})(?:\s*(?:[:.hg]|gio)\s*(\d{2})?)?$/.exec(fold(text)) ?? [];
  return hour === undefined ? text : `${hour.padStart(2, '0')}:${minute}`;
}

/** A decimal number as people type it ("21,0285") in the form that the directory stores ("21.0285"). */
export function readDecimal(typed: string): string {
  return typed.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2');
}

/** An amount as people type it ("500.000", "500 000 đ") in the form that the directory stores ("500000"). */
export function readAmount(typed: string): string {
  const text = typed.trim();
  const bare = fold(text).replace(/\s*(?:d|dong|vnd)$/, '');
  return /^\d{1,3}(?:[. ]\d{3})+$/.test(bare) ? bare.replace(/[. ]/g, '') : /^\d+$/.test(bare) ? bare : text;
}
