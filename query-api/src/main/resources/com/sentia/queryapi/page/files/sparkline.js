// A small stepped line: each value holds until the next change point.

const WIDTH = 200;
const HEIGHT = 40;
const MARGIN = 3;
const NAMESPACE = 'http://www.w3.org/2000/svg';

export function create() {
  const svg = document.createElementNS(NAMESPACE, 'svg');
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('class', 'sparkline');
  svg.setAttribute('aria-hidden', 'true');
  for (const name of ['area', 'line']) {
    const path = document.createElementNS(NAMESPACE, 'path');
    path.setAttribute('class', name);
    svg.append(path);
  }
  return svg;
}

export function update(svg, points, from, to) {
  const [area, line] = svg.querySelectorAll('path');
  const known = points.filter((point) => point.value !== null);
  if (known.length === 0) {
    area.setAttribute('d', '');
    line.setAttribute('d', '');
    return;
  }
  const values = known.map((point) => point.value);
  const lowest = Math.min(...values);
  const height = Math.max(...values) - lowest;
  // Movement is what the line is for, so it does not start at zero; a little room below keeps it off the edge.
  const least = lowest - height * 0.2;
  const span = height * 1.2 || 1;
  const x = (instant) => Math.max(0, Math.min(1, (new Date(instant) - from) / (to - from || 1))) * WIDTH;
  const y = (value) => HEIGHT - MARGIN - ((value - least) / span) * (HEIGHT - 2 * MARGIN);
  let d = `M${x(known[0].windowEnd).toFixed(1)} ${y(known[0].value).toFixed(1)}`;
  for (const point of known.slice(1)) {
    d += `H${x(point.windowEnd).toFixed(1)}V${y(point.value).toFixed(1)}`;
  }
  d += `H${WIDTH}`;
  line.setAttribute('d', d);
  area.setAttribute('d', `${d}V${HEIGHT}H${x(known[0].windowEnd).toFixed(1)}Z`);
}
