/** What we need from metrics. Names are `PascalCase`; one name has one unit everywhere. */
export interface Meters {
  count(name: string, value?: number): void;
  milliseconds(name: string, value: number): void;
  /** Writes what was gathered as one EMF line; the edges do it at the end of every invocation. */
  flush(): void;
}

interface Metric {
  readonly unit: 'Count' | 'Milliseconds';
  readonly values: readonly number[];
}

interface Settings {
  readonly namespace: string;
  readonly service: string;
  readonly now: () => number;
  readonly write: (line: string) => void;
}

/** CloudWatch reads no more of one metric in one line. */
const MOST_VALUES = 100;
/** Nor more metrics. */
const MOST_METRICS = 100;

const settingsOfEnvironment = (): Settings => {
  // oxlint-disable-next-line node/no-process-env -- provider.yml names every function so, and the logger reads it there too
  const { env } = process;
  return {
    namespace: env['POWERTOOLS_METRICS_NAMESPACE'] ?? 'Bulkhead',
    service: env['POWERTOOLS_SERVICE_NAME'] ?? 'unknown',
    now: () => Date.now(),
    write: (line) => void process.stdout.write(`${line}\n`),
  };
};

/**
 * CloudWatch embedded metric format on stdout: no API call, no agent.
 * @example
 * const meters = createMeters();
 * meters.count('Accepted', 50);
 * meters.flush();
 */
export const createMeters = (settings: Settings = settingsOfEnvironment()): Meters => {
  const metrics = new Map<string, Metric>();

  const flush = (): void => {
    if (metrics.size > 0) settings.write(JSON.stringify(lineOf(metrics, settings)));
    metrics.clear();
  };
  const add = (name: string, unit: Metric['unit'], value: number): void => {
    const values = [...(metrics.get(name)?.values ?? []), value];
    metrics.set(name, { unit, values: unit === 'Count' ? [sum(values)] : values });
    if (values.length >= MOST_VALUES || metrics.size >= MOST_METRICS) flush();
  };

  return {
    count: (name, value = 1) => add(name, 'Count', value),
    milliseconds: (name, value) => add(name, 'Milliseconds', value),
    flush,
  };
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const lineOf = (metrics: ReadonlyMap<string, Metric>, { namespace, service, now }: Settings) => ({
  _aws: {
    Timestamp: now(),
    CloudWatchMetrics: [
      {
        Namespace: namespace,
        Dimensions: [['service']],
        Metrics: [...metrics].map(([name, { unit }]) => ({ Name: name, Unit: unit })),
      },
    ],
  },
  service,
  ...Object.fromEntries([...metrics].map(([name, { values }]) => [name, values.length === 1 ? values[0] : values])),
});
