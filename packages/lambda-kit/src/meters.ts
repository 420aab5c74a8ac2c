import { type Output, outputOfEnvironment } from './output.ts';

/** What we need from metrics. Names are `PascalCase`; one name has one unit everywhere. */
export interface Meters {
  count(name: string, value?: number): void;
  milliseconds(name: string, value: number): void;
  /** Writes what was gathered as one EMF line; the edges do it at the end of every invocation. */
  flush(): void;
}

interface Metric {
  readonly unit: 'Count' | 'Milliseconds';
  readonly values: number[];
}

const NAMESPACE = 'Bulkhead';
/** CloudWatch reads no more of one metric in one line. */
const MOST_VALUES = 100;
/** Nor more metrics. */
const MOST_METRICS = 100;

/**
 * CloudWatch embedded metric format on stdout: no API call, no agent.
 * @example
 * const meters = createMeters();
 * meters.count('Accepted', 50);
 * meters.flush();
 */
export const createMeters = (output: Output = outputOfEnvironment()): Meters => {
  const metrics = new Map<string, Metric>();

  const flush = (): void => {
    if (metrics.size > 0) output.write(JSON.stringify(lineOf(metrics, output)));
    metrics.clear();
  };
  const add = (name: string, unit: Metric['unit'], value: number): void => {
    const { values } = metrics.get(name) ?? { values: new Array<number>() };
    if (unit === 'Count') values[0] = (values[0] ?? 0) + value;
    else values.push(value);
    metrics.set(name, { unit, values });
    if (values.length >= MOST_VALUES || metrics.size >= MOST_METRICS) flush();
  };

  return {
    count: (name, value = 1) => add(name, 'Count', value),
    milliseconds: (name, value) => add(name, 'Milliseconds', value),
    flush,
  };
};

const lineOf = (metrics: ReadonlyMap<string, Metric>, { service, stage, now }: Output) => ({
  _aws: {
    Timestamp: now(),
    CloudWatchMetrics: [
      {
        Namespace: NAMESPACE,
        Dimensions: [['service', 'stage']],
        Metrics: [...metrics].map(([name, { unit }]) => ({ Name: name, Unit: unit })),
      },
    ],
  },
  service,
  stage,
  ...Object.fromEntries([...metrics].map(([name, { values }]) => [name, values.length === 1 ? values[0] : values])),
});
