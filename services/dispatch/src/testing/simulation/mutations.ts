import type { Mailers, Waves } from '../../application/ports.ts';
import type { Edges } from './edges.ts';
import type { Scenario } from './scenario.ts';
import type { Variant } from './variant.ts';
import type { Broken } from './witness.ts';

/** A rule of the protocol that is switched off, and what then happens. */
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

type Changed<Part extends keyof Edges> = (edges: Edges) => Pick<Edges, Part>;

const withOther =
  <Part extends keyof Edges>(change: Changed<Part>) =>
  (): Variant => ({ around: (edges) => ({ ...edges, ...change(edges) }) });

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

const writerOf = (writeId: string): string => writeId.slice(0, writeId.lastIndexOf('.'));

const anyLease = (): Variant => ({
  mayReplace: (stored, { writeId }, now) =>
    stored.owner === '' || stored.owner === writerOf(writeId) || stored.leaseUntil <= now,
});

const THAWED_AFTER_MS = 900_000;

/** What was sent and not answered is thought to be over; it lies in a socket that wakes up with the next invocation. */
const outliving = ({ mailers, clock, pace }: Edges): Mailers => ({
  open: async () => {
    const mailer = await mailers.open();
    return {
      close: () => {},
      send: async (mail) => {
        if (Number(mail.tags['offset']) % 8 !== 3) return mailer.send(mail);
        const thaw = async (): Promise<void> => {
          await clock.sleepUntil(clock.now() + THAWED_AFTER_MS);
          await mailer.send(mail);
        };
        void thaw();
        await clock.sleepUntil(clock.now() + pace.requestMs);
        return { kind: 'unknown', reason: 'gave_up' };
      },
    };
  },
});

/** The chunk is released first, and the message that is to go on with it is sent second. */
const releasedFirst = ({ tasks, ledgers }: Edges): Pick<Edges, 'tasks' | 'ledgers'> => {
  let hasTakenOver = false;
  let unsent: (() => Promise<void>) | undefined;
  return {
    tasks: {
      send: async (...message) => {
        if (!hasTakenOver) return tasks.send(...message);
        unsent = () => tasks.send(...message);
      },
    },
    ledgers: {
      ...ledgers,
      replace: async (key, next) => {
        const written = await ledgers.replace(key, next);
        hasTakenOver ||= written === 'written';
        if (written === 'written') await unsent?.();
        return written;
      },
    },
  };
};

/** Chunks are counted as they are reported, not noted by their number. */
const counting = (waves: Waves, counts: Map<string, number>): Waves => ({
  ...waves,
  markDone: async (key) => {
    const name = `${key.wave}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    await waves.markDone(key);
    return true;
  },
  find: async (runId, wave) => {
    const found = await waves.find(runId, wave);
    const total = found?.shards.reduce((sum, { chunks }) => sum + chunks.length, 0) ?? 0;
    if (found === undefined || (counts.get(`${wave}`) ?? 0) < total) return found;
    return { ...found, shards: found.shards.map((shard) => ({ ...shard, done: new Set(shard.chunks) })) };
  },
});

const readingLedgers = (change: (edges: Edges) => Parameters<typeof changedLedger>[1]) =>
  withOther((edges) => ({
    ledgers: { ...edges.ledgers, read: async (key) => changedLedger(await edges.ledgers.read(key), change(edges)) },
  }));

type Found = Awaited<ReturnType<Edges['ledgers']['read']>>;
const changedLedger = (found: Found, change: (ledger: NonNullable<Found>) => Partial<NonNullable<Found>>): Found =>
  found && { ...found, ...change(found) };

export const mutations: readonly Mutation[] = [
  { rule: 'R2: the condition on the revision', breaks: 'sent_twice', variant: anyLease },
  {
    rule: 'R3, R6: never act on a guess',
    breaks: 'sent_twice',
    variant: withOther(({ ledgers }) => ({
      ledgers: {
        ...ledgers,
        replace: async (key, next) => {
          const written = await ledgers.replace(key, next);
          return written === 'lost' ? 'written' : written;
        },
      },
    })),
  },
  {
    rule: "R5: doubt is counted from the claimant's deadline",
    breaks: 'sent_twice',
    adapt: inAHurry,
    variant: readingLedgers(({ clock }) => ({ claimDeadline }) => ({
      claimDeadline: Math.min(claimDeadline, clock.now()),
    })),
  },
  {
    rule: 'R7, R8: nothing outlives its invocation',
    breaks: 'sent_twice',
    adapt: inAHurry,
    variant: withOther((edges) => ({ mailers: outliving(edges) })),
  },
  {
    rule: 'R10: what is not known is not called untaken',
    breaks: 'sent_twice',
    variant: withOther(({ mailers }) => ({
      mailers: {
        open: async () => {
          const mailer = await mailers.open();
          return {
            ...mailer,
            send: async (mail) => {
              const answer = await mailer.send(mail);
              return answer.kind === 'unknown' ? { kind: 'unsent', reason: answer.reason } : answer;
            },
          };
        },
      },
    })),
  },
  {
    rule: 'R11, R12: the message before the release, and the sweeper',
    breaks: 'stuck',
    variant: () => ({ ...withOther(releasedFirst)(), isSwept: false }),
  },
  {
    rule: 'R14: a set of chunks, not a counter',
    breaks: 'wave',
    variant: () => {
      const counts = new Map<string, number>();
      return { around: (edges) => ({ ...edges, waves: counting(edges.waves, counts) }) };
    },
  },
  {
    rule: 'R15: a final wave closes no chunk with doubt',
    breaks: 'stuck',
    variant: withOther(({ tasks }) => ({
      tasks: {
        send: (all, ...rest) =>
          tasks.send(
            all.map((task) => ({ ...task, final: false })),
            ...rest,
          ),
      },
    })),
  },
  {
    rule: 'R16: a report is as of an instant after the doubt was due',
    breaks: 'sent_twice',
    adapt: inAHurry,
    variant: withOther(({ evidences }) => ({
      evidences: {
        ...evidences,
        read: async (key) => {
          const evidence = await evidences.read(key);
          return evidence && { ...evidence, asOf: Number.POSITIVE_INFINITY };
        },
      },
    })),
  },
  {
    rule: 'asOf is when the probe was sent',
    from: 160,
    breaks: 'sent_twice',
    adapt: inGreatHurry,
    variant: () => ({ feedback: { isAsOfProbe: false } }),
  },
  { rule: 'the probe', breaks: 'sent_twice', adapt: inAHurry, variant: () => ({ feedback: { waitsForProbe: false } }) },
  {
    rule: 'R4: the generation of a message',
    breaks: 'generation',
    variant: readingLedgers(() => () => ({ tick: -1 })),
  },
  {
    rule: 'R4: the wave of a message',
    breaks: 'wave',
    variant: readingLedgers(() => () => ({ wave: -1, shutWave: -1 })),
  },
  {
    rule: 'pacing',
    breaks: 'rate',
    variant: withOther(({ clock }) => ({ clock: { ...clock, sleepUntil: async () => {} } })),
  },
];
