/** Draws a code as a QR code. Fetched only when a person asks for it. */
import { encodeQR } from 'qr';
import { formatCode } from '../../domain/code.ts';
import { receiptMessages } from '../../words/vi.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Modules of white around it (ISO/IEC 18004:2024, 6.3.8, asks for four). */
const QUIET_ZONE = 4;

/**
 * Draws the code alone: no address, nothing that says what it is for. Black on white in every colour scheme, because
 * many readers cannot read the inverse.
 *
 * @param code a plain code
 */
export function drawQr(code: string): SVGSVGElement {
  const rows = encodeQR(formatCode(code), 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const size = String(rows.length);
  const drawing = make('svg', { viewBox: `0 0 ${size} ${size}`, class: 'qr', role: 'img' });
  drawing.setAttribute('aria-label', receiptMessages.qrName);
  const path = rows
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  drawing.append(
    make('rect', { width: size, height: size, fill: '#fff' }),
    make('path', { d: path, fill: '#000', 'shape-rendering': 'crispEdges' }),
  );
  return drawing;
}

function make<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
