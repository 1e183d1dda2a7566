// The chart of one KPI. ECharts draws it; colours come from the style sheet, so that they follow light and dark.

import * as format from './format.js';

const DAY_MS = 24 * 3600 * 1000;

let chart = null;
let shown = null;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Resolves once the library is there; the page shows numbers before that. */
export async function start(place, library) {
  if (!window.echarts) {
    await new Promise((resolve) => library.addEventListener('load', resolve, { once: true }));
  }
  chart = window.echarts.init(place, null, { renderer: 'canvas' });
  new ResizeObserver(() => chart.resize()).observe(place);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => shown && show(shown.answer, shown.kpi, shown.finalTo));
}

export function clear() {
  shown = null;
  chart?.clear();
}

/** Shows a series answer; the part after finalTo is still open. */
export function show(answer, kpi, finalTo) {
  const sameSeries = shown && shown.answer.kpi === answer.kpi && shown.answer.window === answer.window;
  shown = { answer, kpi, finalTo };
  const isDays = answer.window === 'day';
  const offset = format.zoneOffset(answer.asOf ?? answer.to);
  const shift = (instant) => new Date(instant).getTime() + offset;
  const points = [...answer.points];
  if (answer.carriedIn) {
    points.unshift({ ...answer.carriedIn, drawnAt: answer.from });
  }
  const rows = points.map((point) => ({
    value: [shift(point.drawnAt ?? (isDays ? dayStart(point.windowEnd) : point.windowEnd)), point.value],
    point,
    ...(isDays ? { itemStyle: { color: colour(stateColour(point.state)) } } : {}),
  }));
  const last = points.at(-1);
  if (!isDays && last && new Date(last.windowEnd) < new Date(answer.to)) {
    rows.push({ value: [shift(answer.to), last.value], point: last });
  }
  const axis = {
    axisLine: { lineStyle: { color: colour('line') } },
    axisTick: { show: false },
    axisLabel: { color: colour('muted'), fontSize: 12, hideOverlap: true },
    splitLine: { lineStyle: { color: colour('line'), type: [2, 4] } },
  };
  chart.setOption({
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: sameSeries ? 0 : 300,
    animationDurationUpdate: 200,
    useUTC: true,
    textStyle: { fontFamily: colour('font') || 'system-ui, sans-serif' },
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    xAxis: {
      ...axis, type: 'time', splitLine: { show: false },
      min: shift(answer.from), max: shift(isDays ? dayStart(answer.to) : answer.to),
      axisLabel: { ...axis.axisLabel, formatter: (value) => tick(value - offset, new Date(answer.to) - new Date(answer.from)) },
    },
    yAxis: {
      ...axis, type: 'value', axisLine: { show: false }, splitNumber: 4,
      axisLabel: { ...axis.axisLabel, formatter: (value) => format.axis(value, answer.unit) },
    },
    tooltip: {
      trigger: 'axis', confine: true, className: 'tip', backgroundColor: colour('surface'),
      borderColor: colour('line'), textStyle: { color: colour('ink'), fontSize: 13 },
      axisPointer: { lineStyle: { color: colour('muted'), type: 'dashed' } },
      formatter: (items) => tip(items[0].data.point, answer),
    },
    series: [isDays ? bars(rows) : line(rows, shift, answer, finalTo)],
  }, { notMerge: !sameSeries });
}

function line(rows, shift, answer, finalTo) {
  const accent = colour('accent');
  const open = finalTo && new Date(finalTo) < new Date(answer.to);
  return {
    type: 'line', step: 'end', data: rows, connectNulls: false, sampling: undefined,
    lineStyle: { width: 2, color: accent }, itemStyle: { color: colour('restated') },
    areaStyle: { color: accent, opacity: 0.09 },
    symbol: (value, item) => (item.data.point.state === 'RESTATED' ? 'circle' : 'none'),
    symbolSize: 6, showAllSymbol: true, emphasis: { disabled: true },
    markArea: open ? {
      silent: true, itemStyle: { color: colour('open'), opacity: 0.12 },
      data: [[{ xAxis: shift(finalTo) }, { xAxis: shift(answer.to) }]],
    } : { data: [] },
  };
}

function bars(rows) {
  return { type: 'bar', data: rows, barMaxWidth: 34, itemStyle: { borderRadius: [4, 4, 0, 0] }, emphasis: { disabled: true } };
}

const stateColour = (state) => ({ OPEN: 'open', RESTATED: 'restated', FINAL: 'accent' })[state];

/** The middle of the day that a day's window covers. */
const dayStart = (windowEnd) => new Date(new Date(windowEnd).getTime() - DAY_MS / 2).toISOString();

/** Days at midnight, else times. Over a change of clocks midnight is an hour off: days are named all the same. */
function tick(instant, range) {
  const time = format.timeOfDay(instant);
  const isMidnight = time === '00:00' || (range > 3 * DAY_MS && (time === '01:00' || time === '23:00'));
  return isMidnight ? format.day(instant + DAY_MS / 12) : time;
}

function tip(point, answer) {
  const box = document.createElement('div');
  const rows = [
    ['tip-when', answer.window === 'day' ? format.dayOfMonth(dayStart(point.windowEnd)) : `window to ${format.shortMoment(point.windowEnd)}`],
    ['tip-value', format.full(point.value, answer.unit)],
    ...Object.entries(point.components ?? {}).map(([name, value]) => [
      'tip-part', `${name.replaceAll('_', ' ')} ${format.full(value, name === 'orders' ? 'orders' : 'GBP')}`]),
    ['tip-state', point.state.toLowerCase() + (point.revision > 0 ? `, revision ${point.revision}` : '')],
  ];
  for (const [name, text] of rows) {
    const row = document.createElement('div');
    row.className = name;
    row.textContent = text;
    box.append(row);
  }
  return box;
}
