import { blockOf } from '../../services/feedback/src/domain/block.ts';
import { BLOCKS_PER_PART, MARKS_PER_BITMAP } from '../../services/feedback/src/domain/engagement.ts';
import { healthQuestions } from '../../services/feedback/src/domain/tally.ts';
import { audienceOfMail, cpuMs, engagementPhases, latencyMs, smallFunctionMs } from './assumptions.ts';
import { batchOf, blocksMet, type Stream } from './fold.ts';
import { healthReads } from './health.ts';
import { unitsOf } from './item-units.ts';
import { bitmapBytes, engagementEntryBytes } from './items.ts';
import { limits } from './limits.ts';
import { busyQueue, onFunction, type Part, quietQueue, tableCallsMs } from './part.ts';
import type { RunPlan } from './run-plan.ts';
import { sesEventBytes } from './ses-event-sizes.ts';
import { concurrencyOf, stacks } from './stacks.ts';
import { addUsage, total, type Usage } from './usage.ts';

/** What SES tells of, as packages/serverless-config/ses-events.yml names it: `all` is everything, `grave` bounces and complaints only. */
export type Selection = 'all' | 'deliveries' | 'receipts' | 'grave';

const { delivered, bouncedForGood, bouncedForNow, complained, delayed } = audienceOfMail;
/** Of a run of whose mails SES tells nothing but bounces and complaints. */
const KINDS_OF_GRAVE_HEALTH = 2;
const kindsOfHealth = {
  all: healthQuestions.length,
  deliveries: healthQuestions.length,
  receipts: KINDS_OF_GRAVE_HEALTH + 1,
  grave: KINDS_OF_GRAVE_HEALTH,
} as const;

const isOfSends = (selection: Selection): boolean => selection !== 'grave';
/** Whether guardrails hear of more than what goes wrong. */
export const isOfDeliveries = (selection: Selection): boolean => selection === 'all' || selection === 'deliveries';
const grave = [bouncedForGood, bouncedForNow, complained];
const deliveries = [1, delivered, delayed, ...grave];
const ways = { all: deliveries, deliveries, receipts: [1, ...grave], grave };

/** One item of the journal: key, expiry and six bytes for each Send. */
const JOURNAL = { headBytes: 110, markBytes: 6 };
const BLOCKS_AT_ONCE = 25;
const CALLS_OF_BITMAP = 2;

const chunksPerBlock = Array.from({ length: 1_000 }, (_, n) => n).findIndex((chunk) => blockOf(chunk) > 0);
const blocksIn = (chunks: number): number => Math.ceil(chunks / chunksPerBlock);

interface Folding {
  readonly name: string;
  readonly events: number;
  readonly batch: number;
  /** Bitmaps met by one batch, and those of them that are written; its part, where several are folded together. */
  readonly met: number;
  readonly written: number;
  /** Of one batch, written and read. */
  readonly journalUnits: number;
  readonly journalReads: number;
}

const foldingSeconds = ({ name, events, batch, met, written }: Folding): number => {
  // Bitmaps that are wanted at the same time are read by one request.
  const calls = Math.ceil(met / BLOCKS_AT_ONCE) + written;
  const rounds = Math.ceil(met / BLOCKS_AT_ONCE) * CALLS_OF_BITMAP + 1;
  const each = onFunction('feedback', name, batch * cpuMs.foldEvent) + tableCallsMs('feedback', name, calls);
  return ((events / batch) * (each + rounds * latencyMs.tableWrite)) / 1_000;
};

const workOf = (folding: Folding) => ({
  name: folding.name,
  invocations: folding.events / folding.batch,
  seconds: foldingSeconds(folding),
});

const unitsOfFolding = ({ events, batch, met, written, journalUnits, journalReads }: Folding): Usage => ({
  writeUnits: (events / batch) * (written * unitsOf(bitmapBytes, limits.writeUnitBytes) + journalUnits),
  readUnits: (events / batch) * (met * unitsOf(bitmapBytes, limits.readUnitBytes) + journalReads),
});

/** How a run is sent, as far as the events of its mails depend on it. */
interface Sending {
  readonly seconds: number;
  readonly selection: Selection;
  /** On average, each with a chunk. */
  readonly sendersAtWork: number;
}

/** What SES tells while mails go out. They go out of a few chunks at a time, so that a batch meets few blocks. */
const foldSending = (plan: RunPlan, { seconds, selection, sendersAtWork }: Sending): Folding => {
  const perSecond = plan.recipients / seconds;
  const shares = ways[selection];
  const perMail = total(shares);
  const stream: Stream = {
    perSecond: perSecond * perMail,
    pollers: concurrencyOf('feedback', 'onSesEvents'),
    batchSize: stacks.folding.batchSize,
    windowSeconds: stacks.folding.window,
    eventBytes: sesEventBytes.sending,
  };
  const batch = batchOf(stream);
  const chunks = Math.max(1, sendersAtWork) + (perSecond * stream.windowSeconds) / 1_000;
  const blocks = Math.min(blocksIn(plan.chunks), 1 + (chunks - 1) / chunksPerBlock);
  const met = total(shares.map((share) => blocksMet(blocks, (batch * share) / perMail)));
  const sends = isOfSends(selection) ? batch / perMail : 0;
  const items = sends === 0 ? 0 : blocksMet(blocks, sends);
  const journalUnits =
    items * unitsOf(JOURNAL.headBytes + (sends / Math.max(1, items)) * JOURNAL.markBytes, limits.writeUnitBytes);
  return {
    name: 'onSesEvents',
    events: plan.recipients * perMail,
    batch,
    met,
    written: met,
    journalUnits,
    journalReads: 0,
  };
};

/** How opens and clicks are spread over bitmaps: people and machines apart, and clicks once more by link. */
const bitmapShares = (opened: number, clicked: number): readonly number[] => {
  const { byMachines, links } = audienceOfMail;
  const apart = [opened, clicked].flatMap((each) => [each * (1 - byMachines), each * byMachines]);
  const byLink = Array.from({ length: links }, () => clicked / links);
  return [...apart, ...byLink];
};

/** How many opens and clicks are folded together, and what of the bitmaps they meet. */
const foldOf = (blocks: number) => {
  const { opens, openers, clicks, clickers } = audienceOfMail;
  const perMail = opens + clicks;
  const bitmapsOf = (events: number, opened: number, clicked: number) =>
    total(bitmapShares(opened, clicked).map((share) => blocksMet(blocks, (events * share) / perMail)));

  let marks = MARKS_PER_BITMAP * blocks;
  for (let round = 0; round < 20; round += 1) marks = MARKS_PER_BITMAP * bitmapsOf(marks, opens, clicks);
  return { marks, met: bitmapsOf(marks, opens, clicks), written: bitmapsOf(marks, openers, clickers) };
};

/** Opens and clicks come from anywhere in the run, over days. Batches wait in the journal, of which everybody who adds to it reads a part. */
const foldEngagement = (plan: RunPlan, sendingHours: number): readonly Folding[] => {
  const { opens, clicks } = audienceOfMail;
  const fold = foldOf(blocksIn(plan.chunks));
  return engagementPhases.map(({ share, hours }, n) => {
    const events = plan.recipients * (opens + clicks) * share;
    const seconds = (hours + (n === 0 ? sendingHours : 0)) * 3_600;
    const batch = batchOf({
      perSecond: events / seconds,
      pollers: concurrencyOf('feedback', 'onEngagement'),
      batchSize: stacks.folding.engagementBatchSize,
      windowSeconds: stacks.folding.engagementWindow,
      eventBytes: sesEventBytes.engagement,
    });
    const items = Math.min(batch, Math.ceil(blocksIn(plan.chunks) / BLOCKS_PER_PART));
    const entry = engagementEntryBytes(batch / items);
    // On average a part of the journal is half full; an entry is written, and forgotten for as much.
    const entriesRead = Math.max(1, fold.marks / batch / 2);
    return {
      name: 'onEngagement',
      events,
      batch,
      met: (fold.met * batch) / fold.marks,
      written: (fold.written * batch) / fold.marks,
      journalUnits: 2 * items * unitsOf(entry, limits.writeUnitBytes),
      journalReads: unitsOf(entriesRead * entry, limits.readUnitBytes),
    };
  });
};

export interface FeedbackFigures {
  readonly sendingWritesPer1000: number;
  readonly engagementWritesPer1000: number;
  readonly health: { readonly reports: number; readonly readUnits: number };
}

export const feedbackPart = (plan: RunPlan, given: Sending): Part & { readonly figures: FeedbackFigures } => {
  const { seconds, selection } = given;
  const sending = foldSending(plan, given);
  const engagement = selection === 'all' ? foldEngagement(plan, seconds / 3_600) : [];
  const foldings = [sending, ...engagement];
  const engagementEvents = total(engagement.map(({ events }) => events));
  const graveEvents = plan.recipients * total(grave);
  const health = healthReads({
    blocks: blocksIn(plan.chunks),
    kinds: kindsOfHealth[selection],
    seconds,
    graveBatches: Math.min(sending.events / sending.batch, graveEvents),
  });

  return {
    service: 'feedback',
    functions: [
      ...foldings.map(workOf),
      { name: 'onRunEvent', invocations: 2, seconds: (2 * smallFunctionMs) / 1_000 },
    ],
    queues: [
      busyQueue('feedback-ses-events', sending.events),
      busyQueue('feedback-engagement', engagementEvents),
      quietQueue('feedback-runs', 2),
    ],
    other: addUsage([
      ...foldings.map(unitsOfFolding),
      { readUnits: health.readUnits + graveEvents },
      { publishes: sending.events + engagementEvents + graveEvents + health.reports },
      storageOf(plan, selection),
    ]),
    figures: {
      sendingWritesPer1000: writesPer1000(plan, [sending]),
      engagementWritesPer1000: writesPer1000(plan, engagement),
      health,
    },
  };
};

const writesPer1000 = ({ recipients }: RunPlan, foldings: readonly Folding[]): number =>
  (total(foldings.map((each) => unitsOfFolding(each).writeUnits ?? 0)) / recipients) * 1_000;

const JOURNAL_MONTHS = 2;
/** Opened and clicked are kinds of their own. */
const KINDS_OF_ENGAGEMENT = 2;

/** Bitmaps stay; the journal is forgotten after two months, and its keys weigh as much as its marks. */
const storageOf = ({ chunks, recipients }: RunPlan, selection: Selection): Usage => {
  const kinds = ways[selection].length + (selection === 'all' ? KINDS_OF_ENGAGEMENT : 0);
  const journal = isOfSends(selection) ? recipients * JOURNAL.markBytes * 2 * JOURNAL_MONTHS : 0;
  const gb = (blocksIn(chunks) * kinds * bitmapBytes + journal) / 1e9;
  return { tableGbMonths: gb, backupGbMonths: gb };
};
