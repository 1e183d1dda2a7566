// One tile per KPI: its value, how it changed, where it came from. A tile is a button that puts its KPI on the chart.

import * as format from './format.js';
import * as sparkline from './sparkline.js';

const ORDER = ['net_sales', 'gross_sales', 'orders', 'units', 'aov', 'customers', 'discounts', 'returns', 'refund_rate'];
const LESS_IS_BETTER = new Set([
  'returns', 'refund_rate', 'refunds', 'refund_count_rate', 'returns_by_order_date', 'refund_rate_by_order_date',
  'cancelled_orders', 'cancel_rate',
]);
const NEITHER_IS_BETTER = new Set(['discounts', 'discount_rate']);
const SPANS = { '1h/1m': 'hour', '24h/5m': '24 h', '7d/1h': '7 d' };
const STATES = { OPEN: 'open', FINAL: 'final', RESTATED: 'restated' };

const tiles = new Map();

const rank = (kpi) => (ORDER.includes(kpi) ? ORDER.indexOf(kpi) : ORDER.length);
export const sorted = (kpis) => [...kpis].sort((a, b) => rank(a.kpi) - rank(b.kpi) || a.kpi.localeCompare(b.kpi));

function element(name, className, text = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function create(kpi, onSelect) {
  const button = element('button', 'tile');
  button.type = 'button';
  button.dataset.kpi = kpi.kpi;
  const head = element('span', 'tile-head');
  const title = element('span', 'tile-title', kpi.title);
  const state = element('span', 'mark');
  head.append(title, state);
  const value = element('span', 'tile-value', format.NONE);
  const change = element('span', 'tile-change');
  const line = sparkline.create();
  button.append(head, value, change, line);
  button.addEventListener('click', () => onSelect(kpi.kpi));
  return { button, state, value, change, line };
}

/** Makes the tiles of the catalogue; their values come later. */
export function build(container, kpis, onSelect) {
  tiles.clear();
  for (const kpi of sorted(kpis)) {
    tiles.set(kpi.kpi, create(kpi, onSelect));
  }
  container.removeAttribute('aria-busy');
  container.replaceChildren(...[...tiles.values()].map((tile) => tile.button));
}

export function select(kpi) {
  for (const [name, tile] of tiles) {
    tile.button.setAttribute('aria-pressed', String(name === kpi));
  }
}

/** Shows a headline answer; KPIs that it doesn't hold have no value yet. */
export function show(answer, range) {
  const lines = new Map(answer.kpis.map((line) => [line.kpi, line]));
  for (const [kpi, tile] of tiles) {
    showOne(kpi, tile, lines.get(kpi), answer.window, range);
  }
}

function showOne(kpi, tile, line, window, range) {
  const latest = line?.latest ?? null;
  const text = latest ? format.compact(latest.value, line.unit) : format.NONE;
  if (tile.value.textContent !== text) {
    tile.value.textContent = text;
    tile.value.classList.remove('fresh');
    void tile.value.offsetWidth;
    tile.value.classList.add('fresh');
  }
  tile.value.title = latest ? format.full(latest.value, line.unit) : 'no value yet';
  tile.button.classList.toggle('empty', !latest);
  tile.state.textContent = latest ? STATES[latest.state] : '';
  tile.state.dataset.state = latest ? latest.state : '';
  showChange(kpi, tile.change, line, window);
  sparkline.update(tile.line, line?.line ?? [], range.from, range.to);
}

function showChange(kpi, place, line, window) {
  const now = line?.latest?.value ?? null;
  const before = line?.previous?.value ?? null;
  if (window === 'day') {
    place.textContent = before === null ? '' : `${format.compact(before, line.unit)} the day before`;
    place.dataset.mood = 'neutral';
    return;
  }
  if (now === null || before === null || (before === 0 && line.unit !== 'ratio')) {
    place.textContent = line?.latest ? 'nothing to compare with' : '';
    place.dataset.mood = 'neutral';
    return;
  }
  const difference = now - before;
  const shown = line.unit === 'ratio' ? format.points(difference) : format.percent(difference / Math.abs(before));
  place.textContent = `${shown} on the ${SPANS[window] ?? window} before`;
  place.dataset.mood = mood(kpi, difference);
}

function mood(kpi, difference) {
  if (difference === 0 || NEITHER_IS_BETTER.has(kpi)) {
    return 'neutral';
  }
  return (difference > 0) !== LESS_IS_BETTER.has(kpi) ? 'good' : 'bad';
}
