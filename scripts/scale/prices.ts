/** Where a price was seen: `found` in a public source, by search, or known from `memory` and to be checked before it is relied on. */
type Source = 'found' | 'memory';

export interface Price {
  readonly label: string;
  readonly dollars: number;
  /** For how many units. */
  readonly per: number;
  readonly unit: string;
  readonly source: Source;
  readonly note?: string;
}

const MILLION = 1_000_000;

/** When this table was put together. */
export const PRICES_OF = '2026-11-21';
export const REGION = 'eu-west-1';

/** List prices without a discount or a free tier. */
export const prices = {
  mails: { label: 'SES, sending', dollars: 100, per: MILLION, unit: 'mails', source: 'memory' },
  publishes: {
    label: 'SNS, publishing',
    dollars: 0.5,
    per: MILLION,
    unit: 'publishes of 64 KB',
    source: 'found',
    note: 'delivering to SQS is free',
  },
  queueRequests: { label: 'SQS, standard', dollars: 0.4, per: MILLION, unit: 'requests of 64 KB', source: 'found' },
  invocations: {
    label: 'Lambda, requests',
    dollars: 0.2,
    per: MILLION,
    unit: 'requests',
    source: 'found',
    note: 'found for us-east-1',
  },
  gbSeconds: {
    label: 'Lambda arm64, duration',
    dollars: 13.3334,
    per: MILLION,
    unit: 'GB-seconds',
    source: 'found',
    note: 'found for us-east-1',
  },
  writeUnits: {
    label: 'DynamoDB on demand, writing',
    dollars: 0.70675,
    per: MILLION,
    unit: 'units of 1 KB',
    source: 'found',
    note: 'half of $1.4135, the price before November 2024',
  },
  readUnits: {
    label: 'DynamoDB on demand, reading',
    dollars: 0.1415,
    per: MILLION,
    unit: 'units of 4 KB',
    source: 'found',
    note: 'half of $0.283, the price before November 2024',
  },
  tableGbMonths: { label: 'DynamoDB, storage', dollars: 0.283, per: 1, unit: 'GB-month', source: 'found' },
  backupGbMonths: {
    label: 'DynamoDB, point-in-time recovery',
    dollars: 0.2264,
    per: 1,
    unit: 'GB-month',
    source: 'memory',
  },
  objectWrites: { label: 'S3, PUT', dollars: 5, per: MILLION, unit: 'requests', source: 'memory' },
  objectReads: { label: 'S3, GET', dollars: 0.4, per: MILLION, unit: 'requests', source: 'memory' },
  objectGbMonths: { label: 'S3, storage', dollars: 0.023, per: 1, unit: 'GB-month', source: 'memory' },
  transitions: { label: 'Step Functions standard', dollars: 25, per: MILLION, unit: 'transitions', source: 'memory' },
  logGb: { label: 'CloudWatch, logs taken in', dollars: 0.57, per: 1, unit: 'GB', source: 'memory' },
  metricMonths: {
    label: 'CloudWatch, metrics (EMF)',
    dollars: 0.3,
    per: 1,
    unit: 'metric-month, by the hour',
    source: 'found',
  },
  alarmMonths: { label: 'CloudWatch, alarms', dollars: 0.1, per: 1, unit: 'alarm-month', source: 'memory' },
  httpRequests: { label: 'API Gateway, HTTP API', dollars: 1.11, per: MILLION, unit: 'requests', source: 'memory' },
} as const satisfies Record<string, Price>;

/** What is used and has a price. */
export type Metered = keyof typeof prices;

/** Not used by the platform: what a way to mend a cost is compared with. */
export const firehosePerGb: Price = {
  label: 'Data Firehose, taken in (not used today)',
  dollars: 0.031,
  per: 1,
  unit: 'GB, records counted as multiples of 5 KB',
  source: 'memory',
};

/** What costs nothing in every month, for good. DynamoDB on demand, S3 and API Gateway have nothing of this kind. */
export const monthlyFreeTier: Readonly<Partial<Record<Metered, number>>> = {
  publishes: MILLION,
  queueRequests: MILLION,
  invocations: MILLION,
  gbSeconds: 400_000,
  tableGbMonths: 25,
  transitions: 4_000,
  logGb: 5,
  metricMonths: 10,
  alarmMonths: 10,
};
