import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { drawQrPath } from '../../src/components/leaflet/qr-drawing.ts';

/** What a reader sees of the drawing: every module four pixels wide, black on white. */
function photograph(path: string, size: number): { width: number; height: number; data: Uint8Array } {
  const scale = 4;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, dx, dy, run] of path.matchAll(/[Mm]([\d.-]+) ([\d.-]+)h(\d+)/g)) {
    x += Number(dx);
    y += Number(dy);
    const length = Number(run);
    for (let row = (y - 0.5) * scale; row < (y + 0.5) * scale; row += 1) {
      for (let column = x * scale; column < (x + length) * scale; column += 1) {
        data.set([0, 0, 0], (row * width + column) * 4);
      }
    }
    x += length;
  }
  return { width, height: width, data };
}

describe('a QR code on a leaflet', () => {
  it.each([
    'https://diemtua.example.vn/huong-dan/dang-ky-cai-nghien-tu-nguyen/',
    'http://localhost:8787/huong-dan/qua-lieu/',
    'https://a.vn/',
  ])('leads to %s', (address) => {
    const { size, path } = drawQrPath(address);

    expect(decodeQR(photograph(path, size))).toBe(address);
  });

  it('keeps four modules of white around it', () => {
    const { size, path } = drawQrPath('https://a.vn/');

    expect(path).toMatch(/^M4 4\.5h7/);
    expect((size - 8 - 17) % 4).toBe(0);
  });
});
