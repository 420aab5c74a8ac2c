import { SHARDS } from '../../services/audience/src/domain/shard.ts';
import { audienceOfMail, bytesOf, cpuMs, latencyMs, leftShare, smallFunctionMs } from './assumptions.ts';
import { limits } from './limits.ts';
import { onFunction, type Part, quietQueue } from './part.ts';
import type { RunPlan } from './run-plan.ts';
import { concurrencyOf } from './stacks.ts';
import { addUsage, type Usage } from './usage.ts';

const THOUSAND = 1_000;
const SNAPSHOT = 'onTakeSnapshotPart';
/** The contacts of a page of members: 10 batch reads, 8 at a time. */
const ROUNDS = 2;
const PROGRESS_SECONDS = 20;
/** Contacts are read eventually consistent, at half a unit each. */
const CONTACT_READ_UNITS = 0.5;
/** Every part looks whether the others are done, and the last one reads them all and writes what they left over. */
const PART_READS = SHARDS + 2;
const EXCHANGE_MONTHS = 6;

/**
 * One invocation takes one shard, page after page. Members, contacts and chunks are fetched and written side by side, so the
 * slowest of them decides, on top of the function's own work.
 */
export const secondsOfPart = (recipients: number): number => {
  const waiting = Math.max(latencyMs.batchRead * ROUNDS, latencyMs.object);
  const working = onFunction('audience', SNAPSHOT, cpuMs.snapshotThousand);
  return ((recipients / SHARDS / THOUSAND) * (waiting + working)) / 1_000;
};

/** As many shards as there may be invocations are taken at a time. */
export const secondsOfSnapshot = (recipients: number): number =>
  Math.ceil(SHARDS / concurrencyOf('audience', SNAPSHOT)) * secondsOfPart(recipients);

/** Members are read as a query, by their size; their contacts half a unit each; who has left, as a query too. */
const snapshotReads = (recipients: number): number =>
  recipients * CONTACT_READ_UNITS + (recipients * bytesOf.member * (1 + leftShare)) / limits.readUnitBytes + SHARDS * 2;

/** Profile, state and timeline in a transaction; the next run is noted with the state, the one after it forgets it. */
const WRITES_OF_SOFT_BOUNCE = 6 + 2;

export const audiencePart = (plan: RunPlan): Part => {
  const { recipients, chunks } = plan;
  const { bouncedForGood, bouncedForNow, complained, unsubscribed } = audienceOfMail;
  const outcomes = recipients * (bouncedForGood + bouncedForNow + complained);
  const left = recipients * unsubscribed;
  const changes = recipients * (bouncedForGood + complained) + left;
  const soft = recipients * bouncedForNow;
  const seconds = SHARDS * secondsOfPart(recipients);
  const small = (name: string, invocations: number) => ({
    name,
    invocations,
    seconds: (invocations * smallFunctionMs) / 1_000,
  });

  return {
    service: 'audience',
    functions: [
      small('onSnapshotRequested', 1),
      { name: SNAPSHOT, invocations: SHARDS, seconds },
      small('onRecipientOutcome', outcomes),
      small('onChangeConsent', left),
      small('unsubscribe', left),
      small('showUnsubscribe', left),
    ],
    queues: [
      quietQueue('audience-snapshots', 1),
      quietQueue('audience-snapshot-parts', SHARDS, 2),
      quietQueue('audience-outcomes', outcomes),
      quietQueue('audience-consents', left, left),
    ],
    other: addUsage([
      {
        readUnits: snapshotReads(recipients) + changes + soft,
        writeUnits: changes + soft * WRITES_OF_SOFT_BOUNCE,
        publishes: changes + seconds / PROGRESS_SECONDS,
      },
      { objectWrites: chunks + 1 + 2 * SHARDS, objectReads: SHARDS * PART_READS, httpRequests: left * 2 },
      { objectGbMonths: ((recipients * bytesOf.snapshotRow) / 1e9) * EXCHANGE_MONTHS },
    ]),
  };
};

/** A contact and its place in the index of addresses, and a membership that is counted in the same transaction. */
const WRITES_OF_NEWCOMER = 4;
/** Each chunk is noted as written together with the sum of its import: two items in a transaction. */
const WRITES_OF_CHUNK = 4;

/** Putting contacts on a list for the first time. */
export const importUsage = (contacts: number): Usage => ({
  writeUnits: contacts * WRITES_OF_NEWCOMER + (contacts / THOUSAND) * WRITES_OF_CHUNK,
  readUnits: contacts,
  objectWrites: contacts / THOUSAND,
  objectReads: contacts / THOUSAND,
  queueRequests: (contacts / THOUSAND) * 3,
});

/** Keeping contacts for a month. */
export const contactsGb = (contacts: number): number =>
  (contacts * (bytesOf.contact + bytesOf.member + 2 * bytesOf.indexOverhead)) / 1e9;
