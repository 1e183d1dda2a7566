// Turns numbers and instants into text. All times are shown in the business's time zone.

const ZONE = 'Europe/London';
const LOCALE = 'en-GB';
export const NONE = '–';

const formats = new Map();

const minus = (text) => text.replace('-', '\u2212');

function numberFormat(options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat(LOCALE, options));
  }
  return formats.get(key);
}

const isCurrency = (unit) => /^[A-Z]{3}$/.test(unit);

/** Short: £12.4k, 1.2M, 3.4%. */
export function compact(value, unit) {
  if (value === null || value === undefined) {
    return NONE;
  }
  if (unit === 'ratio') {
    return minus(numberFormat({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value));
  }
  const large = Math.abs(value) >= 10000;
  const style = isCurrency(unit) ? { style: 'currency', currency: unit } : {};
  if (large) {
    return minus(numberFormat({ ...style, notation: 'compact', minimumFractionDigits: 1, maximumFractionDigits: 1 })
      .format(value).replace('K', 'k'));
  }
  const digits = isCurrency(unit) && Math.abs(value) < 1000 && value !== 0 ? 2 : 0;
  return minus(numberFormat({ ...style, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value));
}

/** In full, with thousands separators: £12,431.07. */
export function full(value, unit) {
  if (value === null || value === undefined) {
    return 'no value';
  }
  if (unit === 'ratio') {
    return numberFormat({ style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  }
  return isCurrency(unit)
    ? numberFormat({ style: 'currency', currency: unit }).format(value)
    : `${numberFormat({ maximumFractionDigits: 2 }).format(value)} ${unit}`;
}

export const percent = (share) =>
  minus(numberFormat({ style: 'percent', maximumFractionDigits: Math.abs(share) < 0.1 ? 1 : 0, signDisplay: 'exceptZero' })
    .format(share));

export const points = (difference) =>
  minus(`${numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' })
    .format(difference * 100)} pt`);

/** For an axis: round numbers, short. */
export function axis(value, unit) {
  if (unit === 'ratio') {
    return numberFormat({ style: 'percent', maximumFractionDigits: 1 }).format(value);
  }
  const style = isCurrency(unit) ? { style: 'currency', currency: unit } : {};
  return minus(numberFormat({ ...style, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 })
    .format(value).replace('K', 'k'));
}

function timeFormat(options) {
  const key = `t${JSON.stringify(options)}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(LOCALE, { timeZone: ZONE, hourCycle: 'h23', ...options }));
  }
  return formats.get(key);
}

export const moment = (instant) => timeFormat({
  weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit',
}).format(new Date(instant)).replace(',', '').replace(/ at |, /, ' ');
export const shortMoment = (instant) => timeFormat({
  weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
}).format(new Date(instant)).replace(',', '');
export const timeOfDay = (instant) => timeFormat({ hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
export const day = (instant) => timeFormat({ day: 'numeric', month: 'short' }).format(new Date(instant));
export const dayOfMonth = (instant) => timeFormat({ weekday: 'short', day: 'numeric', month: 'short' })
  .format(new Date(instant)).replace(',', '');

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function zoneOffset(instant) {
  const parts = Object.fromEntries(timeFormat({
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(new Date(instant)).map((part) => [part.type, Number(part.value)]));
  const local = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return local - Math.floor(new Date(instant).getTime() / 1000) * 1000;
}

/** 45 s, 12 min, 3 h, 2 d. */
export function duration(seconds) {
  if (seconds < 90) {
    return `${Math.round(seconds)} s`;
  }
  if (seconds < 5400) {
    return `${Math.round(seconds / 60)} min`;
  }
  return seconds < 172800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} d`;
}
