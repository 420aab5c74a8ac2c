import type { Ledgers, Mailer, Mailers, Waves } from '../../application/ports.ts';
import { type Bitmap, isEmpty, without } from '../../domain/bitmap.ts';
import type { Ledger } from '../../domain/chunk-state.ts';
import type { Edges } from './edges.ts';
import type { MayReplace } from './simulation-store.ts';

// Parts of the world with a rule of the protocol switched off: each is what somebody might have written instead.

const writerOf = (writeId: string): string => writeId.slice(0, writeId.lastIndexOf('.'));

/** Whoever holds the lease may write, whatever he has read. */
export const ifLeased: MayReplace = (stored, { writeId }, now) =>
  stored.owner === '' || stored.owner === writerOf(writeId) || stored.leaseUntil <= now;

/** A write without an answer is taken for written. */
export const guessing = ({ ledgers }: Edges): Ledgers => ({
  ...ledgers,
  replace: async (key, next) => {
    const written = await ledgers.replace(key, next);
    return written === 'lost' ? 'written' : written;
  },
});

/** A claim is taken for written while it is still on its way. */
export const hasty = ({ ledgers }: Edges): Ledgers => ({
  ...ledgers,
  replace: async (key, next) => {
    if (isEmpty(next.claimed)) return ledgers.replace(key, next);
    void ledgers.replace(key, next).catch(() => 'lost');
    return 'written';
  },
});

/** Each claim takes the place of the one before, of which not everything is answered. */
export const forgetful = ({ ledgers }: Edges): Ledgers => {
  let before: Bitmap | undefined;
  return {
    ...ledgers,
    replace: (key, next) => {
      const claimed = before ? without(next.claimed, before) : next.claimed;
      before = next.claimed;
      return ledgers.replace(key, { ...next, claimed });
    },
  };
};

const readingOtherwise = (ledgers: Ledgers, change: (ledger: Ledger) => Partial<Ledger>): Ledgers => ({
  ...ledgers,
  read: async (key) => {
    const found = await ledgers.read(key);
    return found && { ...found, ...change(found) };
  },
});

/** What a sender left open can be accepted until a while after it was noticed. */
export const doubtingFromNow = ({ ledgers, clock }: Edges): Ledgers =>
  readingOtherwise(ledgers, ({ claimDeadline }) => ({ claimDeadline: Math.min(claimDeadline, clock.now()) }));

/** Messages have no generation. */
export const withoutTick = ({ ledgers }: Edges): Ledgers => readingOtherwise(ledgers, () => ({ tick: -1 }));

/** The ledger knows of no waves. */
export const withoutWave = ({ ledgers }: Edges): Ledgers =>
  readingOtherwise(ledgers, () => ({ wave: -1, shutWave: -1 }));

const sendingOtherwise = ({ mailers }: Edges, send: (mailer: Mailer) => Mailer['send']): Mailers => ({
  open: async () => {
    const mailer = await mailers.open();
    return { ...mailer, send: send(mailer) };
  },
});

/** What got no answer is taken for untaken. */
export const hoping = (edges: Edges): Mailers =>
  sendingOtherwise(edges, (mailer) => async (mail) => {
    const answer = await mailer.send(mail);
    return answer.kind === 'unknown' ? { kind: 'unsent', reason: answer.reason } : answer;
  });

const LEAVES_AFTER_MS = 2_000;

/** Nobody waits for the mails that are under way. */
export const leavingEarly = (edges: Edges): Mailers =>
  sendingOtherwise(edges, (mailer) => async (mail) => {
    const { clock } = edges;
    void clock.sleepUntil(clock.now() + LEAVES_AFTER_MS).then(() => mailer.send(mail));
    return { kind: 'accepted' };
  });

const THAWED_AFTER_MS = 900_000;

/** Some mails wait for a socket until nobody waits for them; they leave when the frozen environment is used again. */
export const outliving = (edges: Edges): Mailers =>
  sendingOtherwise(edges, (mailer) => async (mail) => {
    if (Number(mail.tags['offset']) % 8 !== 3) return mailer.send(mail);

    const { clock, pace } = edges;
    void clock.sleepUntil(clock.now() + THAWED_AFTER_MS).then(() => mailer.send(mail));
    await clock.sleepUntil(clock.now() + pace.requestMs);
    return { kind: 'unknown', reason: 'gave_up' };
  });

/** The chunk is released first, and the message that is to go on with it is sent second. */
export const releasingFirst = ({ tasks, ledgers }: Edges): Pick<Edges, 'tasks' | 'ledgers'> => {
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

/** Closed chunks are counted, not noted by their number. */
export const counting = ({ waves }: Edges, counts: Map<number, number>): Waves => ({
  ...waves,
  markDone: async (key) => {
    await waves.markDone(key);
    counts.set(key.wave, (counts.get(key.wave) ?? 0) + 1);
    return true;
  },
  find: async (runId, wave) => {
    const found = await waves.find(runId, wave);
    const total = found?.shards.reduce((sum, { chunks }) => sum + chunks.length, 0) ?? 0;
    if (found === undefined || (counts.get(wave) ?? 0) < total) return found;
    return { ...found, shards: found.shards.map((shard) => ({ ...shard, done: new Set(shard.chunks) })) };
  },
});

/** No wave settles doubt. */
export const neverFinal = ({ tasks }: Edges): Edges['tasks'] => ({
  send: (all, ...rest) =>
    tasks.send(
      all.map((task) => ({ ...task, final: false })),
      ...rest,
    ),
});

/** Any report decides any doubt. */
export const believing = ({ evidences }: Edges): Edges['evidences'] => ({
  ...evidences,
  read: async (key) => {
    const evidence = await evidences.read(key);
    return evidence && { ...evidence, asOf: Number.POSITIVE_INFINITY };
  },
});

/** Nothing tells why a chunk was closed: as if a hold had stopped it. */
export const forgettingWhy = ({ ledgers }: Edges): Ledgers => ({
  ...ledgers,
  replace: (key, next) => ledgers.replace(key, { ...next, unreadable: undefined }),
});

/** Nobody knows who has left. */
export const unaware = ({ suppressions }: Edges): Edges['suppressions'] => ({
  ...suppressions,
  among: async () => new Set(),
});

/** Everybody is asked about as if he were mailed by the list of the run. */
export const askingByTheRun = ({ suppressions }: Edges): Edges['suppressions'] => ({
  ...suppressions,
  among: (addressees) => suppressions.among(addressees.map((one) => ({ ...one, listId: 'lst_1' }))),
});

/** Senders never hear whom people want left out. */
export const excludingNobody = ({ controls }: Edges): Edges['controls'] => ({
  ...controls,
  read: async (run) => ({ control: (await controls.read(run)).control }),
});

/** Nobody waits for his slot. */
export const unpaced = ({ clock }: Edges): Edges['clock'] => ({ ...clock, sleepUntil: async () => {} });

/** A run that has ended is over, whoever says so and of whichever attempt. */
export const closingAnyAttempt = ({ runs }: Edges): Edges['runs'] => ({
  ...runs,
  close: async (run) => {
    const found = await runs.find(run.runId);
    await runs.close({ ...run, attempt: Math.max(run.attempt, found?.attempt ?? 0) });
  },
});

/** A cancel is for good. */
export const cancellingForGood = ({ controls }: Edges): Edges['controls'] => {
  const stored = (runId: string) => controls.read({ runId, attempt: 0 });
  return {
    read: ({ runId }) => stored(runId),
    change: async (runId, change) => {
      if ((await stored(runId)).control !== 'cancel') await controls.change(runId, change);
    },
  };
};

/** Nobody remembers that a chunk has been through its wave: its recipients are reconsidered by every message. */
export const reconsideringAgain = ({ ledgers }: Edges): Ledgers =>
  readingOtherwise(ledgers, ({ wave }) => ({ wave: wave - 0.5 }));
