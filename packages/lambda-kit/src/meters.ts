import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** What we need from metrics. Names are `PascalCase`; one name has one unit everywhere. */
export interface Meters {
  count(name: string, value?: number): void;
  milliseconds(name: string, value: number): void;
  /** Writes what was gathered as one EMF line; the edges do it at the end of every invocation. */
  flush(): void;
}

/** CloudWatch embedded metric format on stdout: no API call, no agent. */
export const createMeters = (): Meters => {
  const metrics = new Metrics();
  return {
    count: (name, value = 1) => metrics.addMetric(name, MetricUnit.Count, value),
    milliseconds: (name, value) => metrics.addMetric(name, MetricUnit.Milliseconds, value),
    flush: () => {
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    },
  };
};
