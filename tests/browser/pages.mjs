// Opens pages in a real Chromium: node pages.mjs FOLDER-OF-PAGES [FOLDER-FOR-PICTURES]. Ends with 1 where one is at fault.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const WIDTHS = [360, 768, 1280];
const [folder, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

async function look(file, width, scheme) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: false });
  const fault = text => faults.push(`${basename(file)} ${width} ${scheme}: ${text}`);
  page.on('console', told => { if (told.type() === 'error' || told.type() === 'warning') fault(`console: ${told.text()}`); });
  page.on('pageerror', error => fault(`error: ${error.message}`));
  page.on('request', asked => { if (!asked.url().startsWith('file:') && !asked.url().startsWith('data:')) fault(`asks ${asked.url()}`); });
  await page.goto(pathToFileURL(file).href);
  const [needs, has] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  if (needs > has) fault(`${needs} px wide`);
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${basename(file, '.html')}-${width}-${scheme}.png`) });
  }
  await page.close();
}

// Axe is put into the page, which the page's own policy of contents forbids; so it is read without it.
async function accessible(file, scheme) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: scheme, bypassCSP: true });
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
  for (const { id, nodes } of found.violations) faults.push(`${basename(file)} ${scheme}: axe ${id}: ${nodes.length}× ${nodes[0].html.slice(0, 160)}`);
  await page.close();
}

// A statement is one sheet of A4.
async function printed(file) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  const items = await page.evaluate(() => document.body.classList.contains('statement'));
  if (items && sheets !== 1) faults.push(`${basename(file)}: ${sheets} sheets`);
  await page.close();
  return sheets;
}

const files = readdirSync(resolve(folder), { recursive: true }).filter(name => name.endsWith('.html') && !name.includes('node_modules')).map(name => join(resolve(folder), name));
for (const file of files) {
  for (const scheme of ['light', 'dark']) {
    for (const width of WIDTHS) await look(file, width, scheme);
    await accessible(file, scheme);
  }
  await printed(file);
}
await browser.close();
faults.forEach(fault => console.log(fault));
console.log(`${files.length} pages opened, ${faults.length} faults`);
process.exit(faults.length > 0 || files.length === 0 ? 1 : 0);
