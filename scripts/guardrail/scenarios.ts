import type { Trouble } from './fates.ts';
import type { List } from './send-list.ts';

export interface Scenario extends List {
  readonly name: string;
  /** What ought to happen: at the limit itself, either may. */
  readonly is: 'good' | 'at the limit' | 'bad';
}

/** Most bounces are answers of the mailbox provider to our own; some are given up for an hour later. */
const bounces = { kind: 'hardBounced', medianSeconds: 5, sigma: 1.5 } as const;
/** People complain when they read. */
const complaints = { kind: 'complained', medianSeconds: 1_800, sigma: 1.5 } as const;

const lists = [
  { recipients: 10_000, perSecond: 14 },
  { recipients: 100_000, perSecond: 100 },
  { recipients: 1_000_000, perSecond: 500 },
] as const;

/** Complaints come too late for a run that is over in half an hour. */
const slowly = { recipients: 1_000_000, perSecond: 100 } as const;

const percent = (share: number): string => `${Number((share * 100).toPrecision(3))} %`;

const kindOf = (share: number, limit: number): Scenario['is'] => {
  if (share === limit) return 'at the limit';
  return share < limit ? 'good' : 'bad';
};

const scenario = (list: Omit<List, 'trouble'>, trouble: Trouble, limit: number): Scenario => ({
  ...list,
  trouble,
  name: `${percent(trouble.share)} ${trouble.kind === 'hardBounced' ? 'invalid' : 'complaining'}, ${list.recipients} at ${list.perSecond} a second`,
  is: kindOf(trouble.share, limit),
});

export const scenarios: readonly Scenario[] = [
  ...lists.flatMap((list) =>
    [0.005, 0.02, 0.04, 0.06, 0.12].map((share) => scenario(list, { ...bounces, share }, 0.04)),
  ),
  ...[0.0003, 0.0008, 0.003, 0.01].map((share) => scenario(slowly, { ...complaints, share }, 0.0008)),
];
