// Pictures for the docs: node pictures.mjs FOLDER-OF-PAGES FOLDER. The top of each kind of page at three widths, light and dark,
// side by side and small.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [folder, out] = process.argv.slice(2).map(name => resolve(name));
const statement = readdirSync(join(folder, 'sales-satisfaction')).find(name => name.endsWith('.html') && name !== 'index.html');
const PAGES = { policy: 'policy-zh.html', month: 'month.html', statement: join('sales-satisfaction', statement) };
const SIZES = [[360, 780], [768, 780], [1280, 780]];
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, file] of Object.entries(PAGES)) {
  const shots = [];
  for (const scheme of ['light', 'dark']) {
    for (const [width, height] of SIZES) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
      await page.goto(pathToFileURL(join(folder, file)).href);
      shots.push([width, (await page.screenshot()).toString('base64')]);
      await page.close();
    }
  }
  // Chromium itself puts them together and makes WebP of them.
  const page = await browser.newPage();
  const webp = await page.evaluate(async shots => {
    const GAP = 16, SCALE = 0.6, HIGH = 780 * SCALE;
    const wide = shots.slice(0, 3).reduce((sum, [width]) => sum + width * SCALE + GAP, GAP);
    const canvas = Object.assign(document.createElement('canvas'), { width: wide, height: 2 * HIGH + 3 * GAP });
    const context = canvas.getContext('2d');
    context.fillStyle = '#8a928f';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    let x = GAP;
    for (const [at, [width, data]] of shots.entries()) {
      if (at === 3) x = GAP;
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      context.drawImage(image, x, at < 3 ? GAP : 2 * GAP + HIGH, width * SCALE, HIGH);
      x += width * SCALE + GAP;
    }
    return canvas.toDataURL('image/webp', 0.72).split(',')[1];
  }, shots);
  await page.close();
  writeFileSync(join(out, `${name}.webp`), Buffer.from(webp, 'base64'));
}
await browser.close();
