import type { Report } from './model.ts';

export type StepName = 'recipients' | 'accepted' | 'delivered' | 'opened' | 'clicked';

export interface Step {
  readonly name: StepName;
  readonly count: number;
  /** Of the first step, and of the one before; 0 to 1. */
  readonly ofFirst: number;
  readonly ofBefore: number;
}

type Counted = Pick<Report, 'recipients' | 'accepted' | 'sent' | 'delivered' | 'openedByPeople' | 'clickedByPeople'>;

const share = (count: number, of: number): number => (of > 0 ? Math.min(1, count / of) : 0);

/** From those whom a run was for to those who followed a link. What is not known yet, or is never told on this stage, is left out. */
export const funnelOf = (report: Counted): readonly Step[] => {
  const counts: readonly (readonly [StepName, number | undefined])[] = [
    ['recipients', report.recipients],
    ['accepted', report.accepted ?? report.sent],
    ['delivered', report.delivered > 0 ? report.delivered : undefined],
    ['opened', report.openedByPeople],
    ['clicked', report.clickedByPeople],
  ];
  const known = counts.flatMap(([name, count]) => (count === undefined ? [] : [{ name, count }]));
  const first = known[0]?.count ?? 0;
  return known.map(({ name, count }, n) => ({
    name,
    count,
    ofFirst: share(count, first),
    ofBefore: n === 0 ? 1 : share(count, known[n - 1]?.count ?? 0),
  }));
};
