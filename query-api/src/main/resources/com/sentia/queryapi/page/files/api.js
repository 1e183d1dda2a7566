// Asks the API. A problem answer becomes an error with its status, code and detail.

const PATIENCE_MS = 8000;

export class Problem extends Error {
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

export async function ask(path, parameters = {}) {
  const query = new URLSearchParams(parameters).toString();
  const response = await fetch(query ? `${path}?${query}` : path, {
    headers: { Accept: 'application/json' },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.ok) {
    return response.json();
  }
  const problem = await response.json().catch(() => ({}));
  throw new Problem(response.status, problem.code ?? 'unknown', problem.detail ?? response.statusText);
}

export const headline = (window, dimensions) => ask('/v1/headline', { window, dimensions, maxPoints: 60 });
export const catalogue = () => ask('/v1/kpis');
export const freshness = () => ask('/v1/freshness');
export const series = (kpi, parameters) => ask(`/v1/kpis/${encodeURIComponent(kpi)}/series`, parameters);
export const values = (kpi, parameters) => ask(`/v1/kpis/${encodeURIComponent(kpi)}/values`, parameters);
