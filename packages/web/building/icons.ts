import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openChromium } from '../../../tests/chromium.ts';

/*
 * Draws the icons of the installed application from public/mark.svg. Run once when the mark changes; what it draws is
 * committed: `node packages/web/building/icons.ts`.
 */

const folder = join(import.meta.dirname, '../public');
const mark = await readFile(join(folder, 'mark.svg'), 'utf8');
const GROUND = '#a8431f';

/** A maskable icon is cut to any shape by the device: the mark keeps to the inner four fifths. */
const ICONS = [
  { file: 'icon-192.png', size: 192, inset: 0 },
  { file: 'icon-512.png', size: 512, inset: 0 },
  { file: 'icon-maskable-512.png', size: 512, inset: 0.12 },
];

const browser = await openChromium();
try {
  for (const { file, size, inset } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const background = inset > 0 ? GROUND : 'transparent';
    await page.setContent(
      `<body style="margin:0;background:${background};padding:${size * inset}px;box-sizing:border-box">${mark}</body>`,
    );
    await page.addStyleTag({ content: 'svg { display: block; width: 100%; height: 100% }' });
    await writeFile(join(folder, file), await page.screenshot({ omitBackground: inset === 0 }));
    await page.close();
  }
} finally {
  await browser.close();
}
