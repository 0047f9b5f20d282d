import { encodeQR } from 'qr';

/** Modules of white around it (ISO/IEC 18004:2024, 6.3.8, asks for four). */
const QUIET_ZONE = 4;

/** A QR code as one SVG path of strokes, a module a unit wide. */
export interface QrDrawing {
  /** Modules along an edge, the white around it included. */
  size: number;
  path: string;
}

/** Draws an address: a stroke for each run of dark modules, each begun where the one before ended, which is shortest. */
export function drawQrPath(address: string): QrDrawing {
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  let path = '';
  let [lastX, lastY] = [0, -0.5];
  for (const [index, row] of rows.entries()) {
    const y = index + 0.5;
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const end = row.indexOf(false, x);
      path += `m${x - lastX} ${y - lastY}h${end - x}`;
      [lastX, lastY, x] = [end, y, end];
    }
  }
  return {
    size: rows.length,
    path: path.replace(/^m(\d+) ([\d.]+)/, (_start, x, y) => `M${x} ${Number(y) - 0.5}`),
  };
}
