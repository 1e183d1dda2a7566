// How far each shop is complete, and how far windows are final.

import * as format from './format.js';

const SILENT_SECONDS = 60;
const BEHIND_SECONDS = 3600;
const EMPTY_SECONDS = 86400;

export function show(list, nothing, finalPlace, answer) {
  nothing.hidden = answer.sources.length > 0;
  list.replaceChildren(...answer.sources.map(row));
  const finalTo = newestFinal(answer);
  finalPlace.textContent = finalTo
    ? `Every window up to ${format.shortMoment(finalTo)} is final`
    : 'No window is final yet';
}

/** Up to when windows are final: of the finest window, as the others follow in their own steps. */
export function newestFinal(answer, window = null) {
  const times = answer.progress
    .filter((progress) => progress.finalTo && (window === null || progress.window === window))
    .map((progress) => progress.finalTo)
    .sort();
  return times.at(-1) ?? null;
}

export const isLoading = (answer) => answer.sources.length === 0 || newestFinal(answer) === null;

function row(source) {
  const item = document.createElement('li');
  const silent = source.silentSeconds > SILENT_SECONDS;
  const behind = source.lagSeconds > BEHIND_SECONDS;
  item.dataset.mood = silent ? 'bad' : behind ? 'warn' : 'good';
  const name = text('span', 'source-name', shopName(source.unit));
  name.title = `${source.source} · ${source.unit} · ${source.entity}`;
  const state = text('span', 'source-state', stateOf(source, silent));
  const track = text('span', 'track', '');
  const bar = text('span', 'level', '');
  const level = 1 - source.lagSeconds / EMPTY_SECONDS;
  bar.style.width = `${Math.max(2, Math.min(100, level * 100)).toFixed(0)}%`;
  track.append(bar);
  item.append(name, state, track);
  return item;
}

function stateOf(source, silent) {
  const completeTo = `complete to ${format.timeOfDay(source.completeTo)}`;
  if (silent) {
    return `${completeTo}, silent for ${format.duration(source.silentSeconds)}`;
  }
  return source.lagSeconds < 60 ? completeTo : `${completeTo}, ${format.duration(source.lagSeconds)} behind`;
}

/** sentia-uk.myshopify.com is the UK shop. */
function shopName(unit) {
  const region = /^sentia-([a-z]+)\.myshopify\.com$/.exec(unit);
  return region ? `${region[1].toUpperCase()} shop` : unit;
}

function text(name, className, content) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = content;
  return made;
}
