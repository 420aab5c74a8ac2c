// A classic script, not a module: it is given to the browser without its types, before any page is loaded.
(() => {
  const BUSY_MS = 50;
  /** As long without anything new, a page is taken to be at rest. */
  const REST_MS = 500;

  const tasks: PerformanceEntry[] = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  let complete: number | undefined;

  const look = (): void => {
    const isThere = document.querySelector('main h1') !== null && document.querySelector('[aria-busy="true"]') === null;
    if (isThere) complete = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  const bulkheadLoad = () => {
    if (complete === undefined || performance.now() < complete + REST_MS) return undefined;
    const ends = tasks.map(({ startTime, duration }) => startTime + duration);
    return {
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? complete,
      complete,
      interactive: Math.max(complete, ...ends),
      blocked: tasks.reduce((sum, { duration }) => sum + duration - BUSY_MS, 0),
      scripts: performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.endsWith('.js')),
    };
  };
  Object.assign(globalThis, { bulkheadLoad });
})();
