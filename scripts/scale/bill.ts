import { type Metered, type Price, prices } from './prices.ts';
import { total, type Usage } from './usage.ts';

const services = {
  SNS: ['publishes'],
  SQS: ['queueRequests'],
  Lambda: ['invocations', 'gbSeconds'],
  DynamoDB: ['writeUnits', 'readUnits', 'tableGbMonths', 'backupGbMonths'],
  S3: ['objectWrites', 'objectReads', 'objectGbMonths'],
  'Step Functions': ['transitions'],
  CloudWatch: ['logGb', 'metricMonths', 'alarmMonths'],
  'API Gateway': ['httpRequests'],
} as const satisfies Readonly<Record<string, readonly Metered[]>>;

interface BillLine {
  readonly service: string;
  readonly dollars: number;
}

/** What usage costs by AWS service, SES left out. */
export const billOf = (usage: Usage): readonly BillLine[] =>
  Object.entries(services).map(([service, names]) => ({
    service,
    dollars: total(names.map((name) => costOf(usage, name))),
  }));

/** What usage costs above SES. */
export const dollarsOf = (usage: Usage): number => total(billOf(usage).map(({ dollars }) => dollars));

export const costOf = (usage: Usage, name: Metered): number => costAt(prices[name], usage[name] ?? 0);

export const costAt = ({ dollars, per }: Price, amount: number): number => (amount / per) * dollars;
