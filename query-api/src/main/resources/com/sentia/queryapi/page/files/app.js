// The page's one loop: ask, show, wait. It never shows a number older than it says.

import * as api from './api.js';
import * as chart from './chart.js';
import * as format from './format.js';
import * as freshness from './freshness.js';
import * as products from './products.js';
import * as tiles from './tiles.js';
import { chosen, remember, segments } from './controls.js';

const POLL_MS = 1500;
const RETRY_MS = 2500;
const PRODUCTS_EVERY_MS = 10000;
const REGIONS_EVERY_MS = 15000;
const USUAL_REGIONS = ['UK', 'EU', 'USA'];
const HOUR_MS = 3600 * 1000;

const WINDOWS = [
  { value: '1h/1m', label: '1 hour', line: 12, range: '24h' },
  { value: '24h/5m', label: '24 hours', line: 48, range: '7d' },
  { value: '7d/1h', label: '7 days', line: 336, range: '28d' },
  { value: 'day', label: 'Day', line: 336, range: '28d' },
];
const FEWEST_HOURS_OF_DAYS = 168;
const RANGES = [
  { value: '24h', label: '24 h', hours: 24 },
  { value: '7d', label: '7 d', hours: 168 },
  { value: '28d', label: '28 d', hours: 672 },
];
const PRODUCT_ORDERS = [{ value: 'units', label: 'Units' }, { value: 'net_sales', label: 'Net sales' }];

const place = (id) => document.getElementById(id);
const state = {
  window: WINDOWS.some((each) => each.value === chosen('window')) ? chosen('window') : '24h/5m',
  region: chosen('region', ''),
  kpi: chosen('kpi', 'net_sales'),
  range: RANGES.some((each) => each.value === chosen('range')) ? chosen('range') : null,
  productOrder: 'units',
  regions: USUAL_REGIONS,
  catalogue: null,
  seen: '',
  productsAt: 0,
  regionsAt: 0,
  answeredAt: null,
};

const windowOf = (value) => WINDOWS.find((each) => each.value === value);
const ranges = () => RANGES.filter((each) => state.window !== 'day' || each.hours >= FEWEST_HOURS_OF_DAYS);
const rangeOf = () => ranges().find((each) => each.value === state.range)
  ?? RANGES.find((each) => each.value === windowOf(state.window).range);
const dimensions = () => (state.region ? `region:${state.region},source:shopify` : '');
let wake = () => {};

function choose(name, value) {
  state[name] = value;
  remember(name, value);
  state.seen = '';
  drawControls();
  tiles.select(state.kpi);
  wake();
}

function drawControls() {
  const regions = [{ value: '', label: 'Total' }, ...state.regions.map((region) => ({ value: region, label: region }))];
  segments(place('regions'), 'region', regions, state.region, (value) => choose('region', value));
  segments(place('windows'), 'window', WINDOWS.map(({ value, label }) => ({ value, label })), state.window, (value) => choose('window', value));
  segments(place('ranges'), 'range', ranges().map(({ value, label }) => ({ value, label })), rangeOf().value, (value) => choose('range', value));
  segments(place('product-orders'), 'product-order', PRODUCT_ORDERS, state.productOrder, (value) => {
    state.productOrder = value;
    state.productsAt = 0;
    drawControls();
    wake();
  });
}

function status(name, text) {
  place('status').dataset.state = name;
  if (place('status-text').textContent !== text) {
    place('status-text').textContent = text;
  }
}

function banner(text, kind = 'stale') {
  place('banner').dataset.kind = kind;
  place('banner').hidden = !text;
  if (text && place('banner').textContent !== text) {
    place('banner').textContent = text;
  }
}

async function ensureCatalogue() {
  if (state.catalogue?.length) {
    return;
  }
  state.catalogue = (await api.catalogue()).kpis;
  if (!state.catalogue.some((kpi) => kpi.kpi === state.kpi) && state.catalogue.length) {
    state.kpi = tiles.sorted(state.catalogue)[0].kpi;
  }
  tiles.build(place('tiles'), state.catalogue, (kpi) => choose('kpi', kpi));
  tiles.select(state.kpi);
}

function chartTitle(kpi) {
  const window = state.window === 'day' ? ' per day' : `, rolling ${windowOf(state.window).label}`;
  return `${kpi.title}${window}${state.region ? `, ${state.region}` : ''}`;
}

async function showChart(headline, fresh) {
  const kpi = state.catalogue.find((each) => each.kpi === state.kpi);
  place('chart-title').textContent = kpi ? chartTitle(kpi) : '';
  place('chart-formula').textContent = kpi?.formula ?? '';
  const latest = headline.kpis.find((line) => line.kpi === state.kpi)?.latest ?? null;
  const seen = JSON.stringify([state.kpi, state.window, state.region, rangeOf().value, headline.asOf, latest]);
  if (!kpi || seen === state.seen) {
    return;
  }
  const to = new Date(new Date(headline.asOf ?? 0).getTime() + (state.window === 'day' ? 25 * HOUR_MS : 60 * 1000));
  const from = new Date(to.getTime() - rangeOf().hours * HOUR_MS);
  await charting;
  try {
    const answer = await api.series(state.kpi, {
      window: state.window, dimensions: dimensions(), from: from.toISOString(), to: to.toISOString(), maxPoints: 500,
    });
    chart.show(answer, kpi, freshness.newestFinal(fresh, state.window));
    nothingToDraw(answer.points.length || answer.carriedIn ? '' : 'No value in this range');
    place('chart-summary').textContent = answer.resolution ? `last value of each ${words(answer.resolution)}` : 'every change point';
    state.seen = seen;
  } catch (problem) {
    if (problem.status !== 404) {
      throw problem;
    }
    chart.clear();
    nothingToDraw(freshness.isLoading(fresh) ? 'History is loading: no value yet' : 'No value yet');
    place('chart-summary').textContent = '';
  }
}

function nothingToDraw(text) {
  place('chart-nothing').textContent = text;
  place('chart-nothing').hidden = !text;
}

const words = (resolution) => resolution.replace('PT', '').replace(/(\d+)H/, '$1 h').replace(/(\d+)M/, '$1 min');

async function showProducts() {
  if (Date.now() - state.productsAt < PRODUCTS_EVERY_MS) {
    return;
  }
  const found = await products.load(state.productOrder).catch((problem) => {
    if (problem.status === 404) {
      return [];
    }
    throw problem;
  });
  products.show(place('products'), place('products-nothing'), found);
  state.productsAt = found.length ? Date.now() : 0;
}

async function findRegions() {
  if (Date.now() - state.regionsAt < REGIONS_EVERY_MS) {
    return;
  }
  const answer = await api.values('net_sales', { window: '24h/5m', by: 'region,source' }).catch(() => ({ values: [] }));
  const found = answer.values.map((value) => value.dimensions.region);
  const others = found.filter((region) => !USUAL_REGIONS.includes(region)).sort();
  state.regions = [...new Set([...USUAL_REGIONS, ...others])];
  state.regionsAt = Date.now();
  drawControls();
}

async function refresh() {
  await ensureCatalogue();
  const asked = JSON.stringify([state.window, state.region]);
  const [headline, fresh] = await Promise.all([api.headline(state.window, dimensions()), api.freshness()]);
  if (asked !== JSON.stringify([state.window, state.region])) {
    return;
  }
  const to = new Date(headline.asOf ?? 0);
  tiles.show(headline, { from: new Date(to.getTime() - windowOf(state.window).line * HOUR_MS), to });
  place('clock').textContent = headline.asOf ? format.moment(headline.asOf) : format.NONE;
  freshness.show(place('sources'), place('sources-nothing'), place('final-to'), fresh);
  document.body.classList.remove('stale');
  state.answeredAt = new Date();
  tell(headline, fresh);
  await showChart(headline, fresh);
  await showProducts();
  await findRegions();
}

function tell(headline, fresh) {
  const silent = fresh.sources.filter((source) => source.silentSeconds > 60);
  if (!state.catalogue.length || freshness.isLoading(fresh)) {
    status('loading', 'Loading history');
    banner(headline.kpis.length ? '' : 'History is loading: no value yet. Numbers appear here as soon as the first orders are counted.', 'loading');
    return;
  }
  banner('');
  status(silent.length ? 'stale' : 'live', silent.length ? 'Source silent' : 'Live');
}

function failed(problem) {
  const last = state.answeredAt ? ` Showing what was known at ${state.answeredAt.toLocaleTimeString('en-GB')}.` : '';
  document.body.classList.toggle('stale', state.answeredAt !== null);
  if (problem.status === 503) {
    const preparing = problem.code === 'database-not-ready';
    status(preparing ? 'loading' : 'stale', preparing ? 'Preparing' : 'Database away');
    banner(preparing
      ? 'The database is being prepared. This page goes on by itself.'
      : `The database can't be reached; trying again.${last}`, preparing ? 'loading' : 'stale');
    return;
  }
  status('error', problem.status ? 'Error' : 'Disconnected');
  banner(problem.status
    ? `The API answered with an error (${problem.code}): ${problem.message}.${last}`
    : `The connection is lost; trying again.${last}`, 'error');
}

async function loop() {
  for (;;) {
    let pause = POLL_MS;
    try {
      await refresh();
    } catch (problem) {
      failed(problem);
      pause = RETRY_MS;
    }
    await new Promise((resolve) => {
      wake = resolve;
      setTimeout(resolve, document.hidden ? pause * 10 : pause);
    });
  }
}

document.addEventListener('visibilitychange', () => document.hidden || wake());
drawControls();
// The numbers don't wait for the chart's library; the chart does.
const charting = chart.start(place('chart'), place('chart-library'));
loop();
