import { SHARDS } from '../../services/audience/src/domain/shard.ts';
import { audienceOfMail, bytesOf, cpuMs, latencyMs, leftShare, smallFunctionMs } from './assumptions.ts';
import { limits } from './limits.ts';
import { onFunction, type Part, quietQueue, tableCallsMs } from './part.ts';
import type { RunPlan } from './run-plan.ts';
import { addUsage, type Usage } from './usage.ts';

const THOUSAND = 1_000;
/** A page of members and the contacts of a page: 10 batch reads, 8 at a time, hence two rounds. */
const BATCH_READS = 10;
const ROUNDS = 2;
const PROGRESS_SECONDS = 20;
const EXCHANGE_MONTHS = 6;

/** One function takes a snapshot, shard after shard, page after page. */
export const secondsOfSnapshot = (recipients: number): number => {
  const each =
    latencyMs.batchRead * (1 + ROUNDS) +
    latencyMs.object +
    onFunction('audience', 'onSnapshotRequested', cpuMs.snapshotThousand) +
    tableCallsMs('audience', 'onSnapshotRequested', 1 + BATCH_READS);
  return ((recipients / THOUSAND) * each) / 1_000;
};

/** Members are read as a query, by their size; their contacts one unit each; who has left, as a query too. */
const snapshotReads = (recipients: number): number =>
  recipients + (recipients * bytesOf.member * (1 + leftShare)) / limits.readUnitBytes + SHARDS * 2;

export const audiencePart = (plan: RunPlan): Part => {
  const { recipients, chunks } = plan;
  const { bouncedForGood, bouncedForNow, complained, unsubscribed } = audienceOfMail;
  const outcomes = recipients * (bouncedForGood + bouncedForNow + complained);
  const left = recipients * unsubscribed;
  const changes = recipients * (bouncedForGood + complained) + left;
  const seconds = secondsOfSnapshot(recipients);
  const small = (name: string, invocations: number) => ({
    name,
    invocations,
    seconds: (invocations * smallFunctionMs) / 1_000,
  });

  return {
    service: 'audience',
    functions: [
      { name: 'onSnapshotRequested', invocations: 1, seconds },
      small('onRecipientOutcome', outcomes),
      small('onChangeConsent', left),
      small('unsubscribe', left),
      small('showUnsubscribe', left),
    ],
    queues: [
      quietQueue('audience-snapshots', 1),
      quietQueue('audience-outcomes', outcomes),
      quietQueue('audience-consents', left, left),
    ],
    other: addUsage([
      {
        readUnits: snapshotReads(recipients) + changes,
        writeUnits: changes,
        publishes: changes + seconds / PROGRESS_SECONDS,
      },
      { objectWrites: chunks + 1, objectReads: 1, httpRequests: left * 2 },
      { objectGbMonths: ((recipients * bytesOf.snapshotRow) / 1e9) * EXCHANGE_MONTHS },
    ]),
  };
};

/** Putting contacts on a list for the first time: a read and a write for each, and one for the membership. */
export const importUsage = (contacts: number): Usage => ({
  writeUnits: contacts * 2,
  readUnits: contacts,
  objectWrites: contacts / THOUSAND,
  objectReads: contacts / THOUSAND,
  queueRequests: (contacts / THOUSAND) * 3,
});

/** Keeping contacts for a month. */
export const contactsGb = (contacts: number): number =>
  (contacts * (bytesOf.contact + bytesOf.member + 2 * bytesOf.indexOverhead)) / 1e9;
