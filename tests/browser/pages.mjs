// Opens pages in a real Chromium: node pages.mjs FOLDER [FILES-OF-TEXTS…]. Ends with 1 where one is at fault.
//
// Each page at three widths, light and dark: nothing is asked of anywhere, nothing told on the console, nothing cut off, no
// contrast below 4.5:1; the keyboard reaches everything; axe-core finds nothing; in print a statement is one sheet. Beside a
// page `x.html` may lie `x.expected.json`, texts that must stand in its PDF, which is read by pdftotext.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const WIDTHS = [360, 768, 1280];
const folder = resolve(process.argv[2]);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const name = file => file.slice(folder.length + 1);

// Every text with its colour against what lies behind it, and what sticks out of what holds it.
const LOOKS = () => {
  const channels = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const found = channels(getComputedStyle(at).backgroundColor);
      if (found.length === 3 || found[3] === 1) return found;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.parentElement;
    if (!node.data.trim() || own.closest('script, style, svg, .skip, [disabled]') || own.offsetParent === null) continue;
    const [one, other] = [light(channels(getComputedStyle(own).color)), light(behind(own))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) found.push(`contrast ${ratio.toFixed(2)}: ${node.data.trim().slice(0, 40)}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const scrolls = own.closest('.scroll');
    if (!scrolls && (box.right > document.documentElement.clientWidth + 1 || box.left < -1)) {
      found.push(`cut off: ${node.data.trim().slice(0, 40)}`);
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`${scrollWidth} px wide`);
  return [...new Set(found)].slice(0, 5);
};

async function opened(file, options) {
  const page = await browser.newPage(options);
  const fault = text => faults.push(`${name(file)} ${options.viewport?.width ?? ''} ${options.colorScheme ?? ''}: ${text}`);
  page.on('console', told => { if (['error', 'warning'].includes(told.type())) fault(`console: ${told.text()}`); });
  page.on('pageerror', error => fault(`error: ${error.message}`));
  page.on('dialog', dialog => { fault(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', asked => { if (!/^(file|data):/.test(asked.url())) fault(`asks ${asked.url()}`); });
  await page.goto(pathToFileURL(file).href);
  return [page, fault];
}

async function look(file, width, scheme) {
  const [page, fault] = await opened(file, { viewport: { width, height: 900 }, colorScheme: scheme });
  (await page.evaluate(LOOKS)).forEach(fault);
  await page.close();
}

// By Tab alone one comes to every link, button, field and table that scrolls, and sees where one is.
async function byKeyboard(file) {
  const [page, fault] = await opened(file, { viewport: { width: 768, height: 900 } });
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button:not([disabled]), input, select, [tabindex="0"]')];
    all.forEach((element, at) => { element.dataset.at = at; });
    return all.length;
  });
  const reached = new Set();
  for (let pressed = 0; pressed < wanted + 2; pressed += 1) {
    await page.keyboard.press('Tab');
    const [at, seen] = await page.evaluate(() => {
      const { dataset } = document.activeElement, style = getComputedStyle(document.activeElement);
      return [dataset.at, style.outlineStyle !== 'none'];
    });
    if (at === undefined) break;
    reached.add(at);
    if (!seen) fault(`focus is not seen on ${at}`);
  }
  if (reached.size < wanted) fault(`the keyboard reaches ${reached.size} of ${wanted}`);
  await page.close();
}

// Axe is put into the page, which the page's own policy of contents forbids; so it is read without it.
async function accessible(file, scheme) {
  const [page, fault] = await opened(file, { viewport: { width: 1280, height: 900 }, colorScheme: scheme, bypassCSP: true });
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
  for (const { id, nodes } of found.violations) fault(`axe ${id}: ${nodes.length}× ${nodes[0].html.slice(0, 160)}`);
  await page.close();
}

// A statement is one sheet of A4, and what is printed holds what is expected, whatever line it is broken over.
async function printed(file) {
  const [page, fault] = await opened(file, {});
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  if (sheets !== 1 && await page.evaluate(() => document.body.classList.contains('statement'))) fault(`${sheets} sheets`);
  await page.close();
  const wanted = file.replace(/html$/, 'expected.json');
  if (!existsSync(wanted)) return;
  const path = join(mkdtempSync(join(tmpdir(), 'pages-')), `${basename(file)}.pdf`);
  writeFileSync(path, pdf);
  const bare = text => text.normalize('NFKC').replace(/\s+/g, '');
  const told = bare(execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }));
  for (const text of JSON.parse(readFileSync(wanted, 'utf8'))) {
    texts += 1;
    if (!told.includes(bare(text))) fault(`not in print: ${text}`);
  }
}

let texts = 0;
const all = readdirSync(folder, { recursive: true }).filter(file => file.endsWith('.html') && !file.includes('node_modules'));
for (const file of all.map(file => join(folder, file))) {
  for (const scheme of ['light', 'dark']) {
    for (const width of WIDTHS) await look(file, width, scheme);
    await accessible(file, scheme);
  }
  await byKeyboard(file);
  await printed(file);
}
await browser.close();
faults.forEach(fault => console.log(fault));
console.log(`${all.length} pages opened, ${texts} texts found in print, ${faults.length} faults`);
process.exit(faults.length > 0 || all.length === 0 ? 1 : 0);
