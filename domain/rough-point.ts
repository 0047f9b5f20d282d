/**
 * The visitor's position, made rough before anybody else sees it: two decimals, about one kilometre. The browser
 * rounds before it sends, and the server rounds whatever it is sent.
 */
import type { Point } from './distance.ts';

/** Decimals that are kept: 0.01° is 1.1 km from north to south. */
const DECIMALS = 2;

const POINT = /^(-?\d{1,3}(?:\.\d{1,20})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,20})?)$/;

/** The point rounded, as it stands in an address: `21.03,105.85`. */
export function roughPointText({ lat, lon }: Point): string {
  return `${rough(lat)},${rough(lon)}`;
}

/** Reads `lat,lon` and rounds it; null when the text is no position on Earth. */
export function parseRoughPoint(text: string): Point | null {
  const [, lat, lon] = POINT.exec(text.trim()) ?? [];
  if (lat === undefined || lon === undefined) return null;
  const point = { lat: Number(rough(Number(lat))), lon: Number(rough(Number(lon))) };
  return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? point : null;
}

/** The text with a position in it rounded; any other text as it is. */
export function roughenText(text: string): string {
  const point = parseRoughPoint(text);
  return point === null ? text : roughPointText(point);
}

function rough(degrees: number): string {
  // toFixed alone would write -0.00 for what lies just south of the equator.
  return (Math.round(degrees * 10 ** DECIMALS) / 10 ** DECIMALS + 0).toFixed(DECIMALS);
}
