// Makes the pages that are opened: node make.mjs MERIT FOLDER. Beside a statement lies what must be found in its print, of the
// results of `merit eval`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const merit = resolve(process.argv[2]), out = resolve(process.argv[3]);
const policies = resolve(dirname(fileURLToPath(import.meta.url)), '../../policies');
mkdirSync(out, { recursive: true });

// Some records are meant to be rejected: the status is then 3.
function run(...words) {
  try {
    execFileSync(merit, words, { cwd: policies, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    if (error.status !== 3) throw error;
  }
}

// The command in the heading of a ready-made policy.
const read = name => readFileSync(join(policies, `${name}.merit`), 'utf8').match(/merit eval (.*)/)[1].trim().split(/\s+/);

// A folder of statements, of which some are kept, each with its figures as `merit eval` gives them.
function statements(name, pay, keys, ...more) {
  const folder = join(out, name), results = join(out, `${name}.json`);
  run('eval', ...read(name), '-o', results);
  run('report', ...read(name), '-o', folder, ...more.map(word => word.replace('RESULTS', results)));
  const records = JSON.parse(readFileSync(results, 'utf8'));
  const amount = value => value.toFixed(2);
  for (const file of readdirSync(folder).filter(file => file !== 'index.html')) {
    const record = records.find(of => keys.every(key => file.includes(String(of[key]))));
    if (!KEPT.some(kept => file.startsWith(kept))) {
      rmSync(join(folder, file));
    } else if (record?._status === 'ok') {
      const figures = Object.entries(record).filter(([key, value]) => key.startsWith(pay) && value).map(([, value]) => amount(value));
      const points = Object.entries(record).filter(([key, value]) => key.endsWith('.points') && value !== null);
      const texts = [...figures, ...points.map(([, value]) => String(value))];
      writeFileSync(join(folder, file.replace(/html$/, 'expected.json')), JSON.stringify(texts));
    }
  }
}

// Of each policy a few people.
const KEPT = ['XS001_2024-04', 'XS002_2024-05', 'GW06_2024-06', 'GW01_2024-06', 'SH001_2024-04'];
const PERSON = ['工号', '月份'];

for (const lang of ['zh', 'en']) run('doc', 'small-shop.merit', '--lang', lang, '-o', join(out, `policy-${lang}.html`));
run('report', ...read('small-shop'), '--statements', '-o', join(out, 'month.html'));
statements('sales-satisfaction', '应发工资', PERSON, '--against', 'RESULTS', '--names');
statements('post-presales', '应发工资', PERSON);
statements('aftersales-kpi', '应发工资', PERSON, '--against', 'RESULTS');

// What others write that means harm or is long; a month of nobody; a policy without grade or pay; more people than a leaf.
const HOSTILE = ['<script>alert(1)</script>', '"\'`><img src=x onerror=alert(1)>', '\u202eRTL\u200f\u2066', '长'.repeat(200), 'W'.repeat(200), '../../etc'];
const small = 'policy "<b>小店</b>" { }\nrecord { 工号 : text, key; 姓名 : text; 分 : points in [0, 100] }\nmetric 得分 : points = 分\n';
const put = (name, text) => { writeFileSync(join(out, name), text); return join(out, name); };
const quoted = text => `"${text.replaceAll('"', '""')}"`;
const plain = put('plain.merit', small);
const hostile = put('hostile.csv', `工号,姓名,分\n${HOSTILE.map((text, at) => `${quoted(text)},${quoted(text)},${at * 10}`).join('\n')}\nX,坏,十\n`);
run('report', plain, hostile, '-o', join(out, 'hostile.html'), '--statements');
run('report', plain, put('one.csv', '工号,姓名,分\nA,独,5\n'), '-o', join(out, 'one.html'));
const many = Array.from({ length: 1500 }, (_, at) => `K${at},人${at},${at % 101}`).join('\n');
run('report', plain, put('many.csv', `工号,姓名,分\n${many}\n`), '-o', join(out, 'many.html'));
