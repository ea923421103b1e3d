'use strict';
// Long tables: search, filters, order and leaves. Without this the rows stand there all the same.
const LEAF = 100, FEW = 12, LEAST = 10;
for (const box of document.querySelectorAll('.long')) {
  const table = box.querySelector('table'), body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells], figures = heads.map(head => head.classList.contains('figures'));
  const more = box.querySelector('script');
  const cells = row => [...row.cells].map(cell => cell.textContent.trim());
  const rows = [...body.rows].map(cells).concat(more ? JSON.parse(more.textContent) : []);
  const told = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const make = (name, values, ...inside) => {
    const made = Object.assign(document.createElement(name), values);
    made.append(...inside);
    return made;
  };
  box.querySelector('.only')?.remove();
  if (rows.length <= LEAST) continue;
  let words = [], by = -1, down = false, leaf = 0, shown = rows;
  const picked = new Map();
  const number = text => Number(text.replace('−', '-').replace(/[^-\d.]/g, '')) || 0;
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const draw = (from, to) => {
    body.replaceChildren(...shown.slice(from, to).map(row => make('tr', {}, ...row.map((text, at) => {
      const cell = make(at === 0 && text ? 'th' : 'td', { textContent: text });
      if (cell.localName === 'th') cell.scope = 'row';
      if (figures[at]) cell.className = 'figures';
      return cell;
    }))));
  };
  const leafs = () => {
    const from = leaf * LEAF, to = Math.min(from + LEAF, shown.length);
    draw(from, to);
    count.value = told(box.dataset.shown, { from: shown.length ? from + 1 : 0, to, count: shown.length });
    before.disabled = leaf === 0;
    after.disabled = to >= shown.length;
  };
  const update = () => {
    const small = row => row.join(' ').toLowerCase();
    shown = rows.filter(row => [...picked].every(([at, value]) => row[at] === value)
      && (words.length === 0 || words.every(word => small(row).includes(word))));
    if (by >= 0) {
      const compare = figures[by] ? (a, b) => number(a[by]) - number(b[by]) : (a, b) => order.compare(a[by], b[by]);
      shown.sort(down ? (a, b) => compare(b, a) : compare);
    }
    leaf = 0;
    leafs();
  };
  const search = make('input', { type: 'search', autocomplete: 'off' });
  search.addEventListener('input', () => { words = search.value.toLowerCase().split(/\s+/).filter(Boolean); update(); });
  const before = make('button', { type: 'button', textContent: box.dataset.before });
  const after = make('button', { type: 'button', textContent: box.dataset.after });
  before.addEventListener('click', () => { leaf -= 1; leafs(); });
  after.addEventListener('click', () => { leaf += 1; leafs(); });
  const count = make('output', {});
  const tools = make('div', { className: 'tools' }, make('label', {}, box.dataset.search, search));
  heads.forEach((head, at) => {
    const name = head.textContent.trim();
    const values = [...new Set(rows.map(row => row[at]))];
    if (!figures[at] && values.length > 1 && values.length <= FEW && values.length < rows.length / 2) {
      const choice = make('select', {}, make('option', { value: '', textContent: told(box.dataset.all, { name }) }));
      values.sort(order.compare).forEach((value, of) => choice.append(make('option', { value: of + 1, textContent: value })));
      choice.addEventListener('change', () => {
        picked.delete(at);
        if (choice.value) picked.set(at, values[choice.value - 1]);
        update();
      });
      tools.append(make('label', {}, name, choice));
    }
    if (!name) return;
    const button = make('button', { type: 'button', textContent: name, title: told(box.dataset.sort, { name }) });
    button.addEventListener('click', () => {
      down = by === at ? !down : figures[at];
      by = at;
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      update();
    });
    head.replaceChildren(button);
  });
  tools.append(count, ...(rows.length > LEAF ? [before, after] : []));
  box.prepend(tools);
  leafs();
  addEventListener('beforeprint', () => draw(0, shown.length));
  addEventListener('afterprint', leafs);
}
