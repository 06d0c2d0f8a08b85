import { renderSVG } from 'uqr';
import type { PrintedCode } from './vouchers.ts';

/** Codes on one sheet: four across, six down. */
export const CODES_ON_A_SHEET = 24;
const ACROSS = 4;
/** A4 in millimetres. */
const SHEET = { width: 210, height: 297, margin: 8 } as const;
const CELL = {
  width: (SHEET.width - 2 * SHEET.margin) / ACROSS,
  height: (SHEET.height - 2 * SHEET.margin) / (CODES_ON_A_SHEET / ACROSS),
} as const;
const QR_MM = 32;

/**
 * One A4 page of codes to be printed and cut: what they are for, the square that a till scans, and the code in groups for
 * whoever has to type it. `name` is printed as it stands.
 */
export function sheetOf(name: string, codes: readonly PrintedCode[]): string {
  const cells = codes.slice(0, CODES_ON_A_SHEET).map(({ code }, index) => {
    const x = SHEET.margin + (index % ACROSS) * CELL.width;
    const y = SHEET.margin + Math.floor(index / ACROSS) * CELL.height;
    const middle = (CELL.width / 2).toFixed(2);
    return `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)})">
<rect width="${CELL.width.toFixed(2)}" height="${CELL.height.toFixed(2)}" fill="none" stroke="#bbb" stroke-width="0.1" stroke-dasharray="1 1"/>
<text x="${middle}" y="5" font-size="3" text-anchor="middle" direction="rtl" unicode-bidi="plaintext">${escaped(shortened(name))}</text>
${squareOf(code, (CELL.width - QR_MM) / 2, 6.5)}
<text x="${middle}" y="43" font-size="3.2" text-anchor="middle" font-family="monospace" direction="ltr">${escaped(code)}</text>
</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET.width}mm" height="${SHEET.height}mm" viewBox="0 0 ${SHEET.width} ${SHEET.height}" font-family="Vazirmatn, Tahoma, sans-serif">
<rect width="100%" height="100%" fill="#fff"/>
${cells.join('\n')}
</svg>
`;
}

/** The code as a square, without its separators: fewer signs make larger dots. */
function squareOf(code: string, x: number, y: number): string {
  const svg = renderSVG(code.replaceAll('-', ''), { ecc: 'M', border: 2 });
  return svg.replace(/^<svg /, `<svg x="${x.toFixed(2)}" y="${y}" width="${QR_MM}" height="${QR_MM}" `);
}

function shortened(name: string): string {
  return name.length > 28 ? `${name.slice(0, 27)}…` : name;
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
