import type { Edges } from './edges.ts';
import * as mutants from './mutants.ts';
import type { Scenario } from './scenario.ts';
import type { Variant } from './variant.ts';
import type { Broken } from './witness.ts';

/** A rule of the protocol that is switched off, and what then breaks. */
export interface Mutation {
  readonly rule: string;
  readonly breaks: Broken['promise'];
  /** A fresh one for every run: some remember. */
  readonly variant: () => Variant;
  /** A seed not long before one that shows it. */
  readonly from?: number;
  /** The worlds in which it shows soon. */
  readonly adapt?: (scenario: Scenario) => Scenario;
}

const withOther = (change: (edges: Edges) => Partial<Edges>) => (): Variant => ({
  around: (edges) => ({ ...edges, ...change(edges) }),
});

/** Everything that settles doubt, in a hurry: many takeovers, and every wave has to know. */
const inAHurry = (scenario: Scenario): Scenario => ({
  ...scenario,
  timeoutMs: 300_000,
  visibilityMs: 20_000,
  leaseMs: 3_000,
  networkMs: 1_000,
  settleMs: 10_000,
  policy: 'resend',
  isAlwaysFinal: true,
  senders: 3,
});

/** As short as it can be: doubt is settled and comes anew within a minute. */
const inGreatHurry = (scenario: Scenario): Scenario => ({
  ...inAHurry(scenario),
  timeoutMs: 15_000,
  visibilityMs: 12_000,
  chunks: [1, 1, 1, 1, 1, 1],
  troubleMs: 600_000,
  rate: 100,
  weather: { lost: 0, dies: 0, stalls: 0, freezes: 0, again: 0.9, ses: 0.7 },
});

/** Everything between services comes twice, much of it late. */
const inBadPost = (scenario: Scenario): Scenario => ({ ...scenario, weather: { ...scenario.weather, again: 0.9 } });

/** Chunks with addresses that are none, in several messages each. */
const refusedOften = (scenario: Scenario): Scenario => ({
  ...scenario,
  chunks: [120, 80],
  rate: 2,
  timeoutMs: 15_000,
  visibilityMs: 75_000,
});

export const mutations: readonly Mutation[] = [
  {
    rule: 'R2: the condition on the revision',
    breaks: 'sent_twice',
    variant: () => ({ mayReplace: mutants.ifLeased }),
  },
  {
    rule: 'R3 and R6: nothing is sent on a guess',
    breaks: 'sent_twice',
    variant: withOther((edges) => ({ ledgers: mutants.guessing(edges) })),
  },
  {
    rule: 'R6: nothing is sent while its claim is being written',
    breaks: 'sent_twice',
    variant: withOther((edges) => ({ ledgers: mutants.hasty(edges) })),
  },
  {
    rule: 'claims stay open until they are answered, whatever is claimed meanwhile',
    breaks: 'sent_twice',
    variant: withOther((edges) => ({ ledgers: mutants.forgetful(edges) })),
  },
  {
    rule: 'R14: nothing is closed while mails are under way',
    breaks: 'wave',
    variant: withOther((edges) => ({ mailers: mutants.leavingEarly(edges) })),
  },
  {
    rule: 'R4: the wave of a message',
    breaks: 'wave',
    variant: withOther((edges) => ({ ledgers: mutants.withoutWave(edges) })),
  },
  {
    rule: 'R4: the tick of a message',
    breaks: 'generation',
    variant: withOther((edges) => ({ ledgers: mutants.withoutTick(edges) })),
  },
  {
    rule: "R5: doubt is counted from its sender's deadline",
    breaks: 'sent_twice',
    adapt: inAHurry,
    variant: withOther((edges) => ({ ledgers: mutants.doubtingFromNow(edges) })),
  },
  {
    rule: 'R7 and R8: nothing outlives its invocation',
    breaks: 'sent_twice',
    adapt: inAHurry,
    variant: withOther((edges) => ({ mailers: mutants.outliving(edges) })),
  },
  {
    rule: 'R10: what is unknown is not called untaken',
    breaks: 'sent_twice',
    variant: withOther((edges) => ({ mailers: mutants.hoping(edges) })),
  },
  {
    rule: 'R11 and R12: the message before the release, and the sweeper',
    breaks: 'stuck',
    variant: () => ({ ...withOther(mutants.releasingFirst)(), isSwept: false }),
  },
  {
    rule: 'R14: a set of chunks instead of a counter',
    breaks: 'wave',
    variant: () => {
      const counts = new Map<number, number>();
      return withOther((edges) => ({ waves: mutants.counting(edges, counts) }))();
    },
  },
  {
    rule: 'R15: the settling wave',
    breaks: 'stuck',
    variant: withOther((edges) => ({ tasks: mutants.neverFinal(edges) })),
  },
  {
    rule: 'R16: a report as of an instant after the doubt was due',
    breaks: 'sent_twice',
    adapt: inAHurry,
    variant: withOther((edges) => ({ evidences: mutants.believing(edges) })),
  },
  {
    rule: 'the instant of the probe as the one a report speaks for',
    breaks: 'sent_twice',
    from: 160,
    adapt: inGreatHurry,
    variant: () => ({ feedback: { isAsOfProbe: false } }),
  },
  {
    rule: 'the probe',
    breaks: 'sent_twice',
    from: 40,
    adapt: inAHurry,
    variant: () => ({ feedback: { waitsForProbe: false } }),
  },
  {
    rule: 'the attempt of an end',
    breaks: 'stuck',
    adapt: inBadPost,
    variant: withOther((edges) => ({ runs: mutants.closingAnyAttempt(edges) })),
  },
  {
    rule: 'the attempt of a cancel',
    breaks: 'stuck',
    variant: withOther((edges) => ({ controls: mutants.cancellingForGood(edges) })),
  },
  {
    rule: 'the wave that has reconsidered its recipients',
    breaks: 'count',
    adapt: refusedOften,
    variant: withOther((edges) => ({ ledgers: mutants.reconsideringAgain(edges) })),
  },
  {
    rule: 'the reason why recipients cannot be sent to',
    breaks: 'stuck',
    variant: withOther((edges) => ({ ledgers: mutants.forgettingWhy(edges) })),
  },
  {
    rule: 'the look at who has left',
    breaks: 'suppressed',
    variant: withOther((edges) => ({ suppressions: mutants.unaware(edges) })),
  },
  {
    rule: 'the list by which somebody is mailed',
    breaks: 'suppressed',
    variant: withOther((edges) => ({ suppressions: mutants.askingByTheRun(edges) })),
  },
  {
    rule: 'the look at whom people want left out',
    breaks: 'suppressed',
    variant: withOther((edges) => ({ controls: mutants.excludingNobody(edges) })),
  },
  {
    rule: 'the pace',
    breaks: 'rate',
    variant: withOther((edges) => ({ clock: mutants.unpaced(edges) })),
  },
];
