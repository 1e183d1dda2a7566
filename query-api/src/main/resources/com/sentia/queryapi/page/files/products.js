// The products that sell most, by units or by net sales.

import { values } from './api.js';
import * as format from './format.js';

const SHOWN = 9;
const WINDOW = '24h/1h';

async function top(kpi) {
  const answer = await values(kpi, { window: WINDOW, by: 'sku', order: '-value', limit: 100 });
  return answer.values.map((value) => [value.dimensions.sku, value.value]);
}

export async function load(order) {
  const [units, netSales] = (await Promise.all([top('units'), top('net_sales')])).map((rows) => new Map(rows));
  const leading = order === 'units' ? units : netSales;
  return [...leading].filter(([, value]) => value > 0).slice(0, SHOWN).map(([sku, value]) => ({
    sku, units: units.get(sku) ?? null, netSales: netSales.get(sku) ?? null, share: value / Math.max(...leading.values()),
  }));
}

export function show(body, nothing, products) {
  nothing.hidden = products.length > 0;
  body.closest('table').hidden = products.length === 0;
  body.replaceChildren(...products.map((product) => {
    const row = document.createElement('tr');
    const sku = document.createElement('th');
    sku.scope = 'row';
    const bar = document.createElement('span');
    bar.className = 'bar';
    bar.style.width = `${Math.max(2, product.share * 100).toFixed(1)}%`;
    const name = document.createElement('span');
    name.textContent = product.sku;
    sku.append(bar, name);
    row.append(sku, number(format.compact(product.units, 'units')), number(format.compact(product.netSales, 'GBP')));
    return row;
  }));
}

function number(text) {
  const cell = document.createElement('td');
  cell.className = 'number';
  cell.textContent = text;
  return cell;
}
