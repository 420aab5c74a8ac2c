import { batchSizeAt, paceFor } from '../../services/dispatch/src/domain/pace.ts';
import { LOOKS_AFTER_MS } from '../../services/dispatch/src/domain/quota.ts';
import { shardOf } from '../../services/dispatch/src/domain/wave.ts';
import { audienceOfMail, smallFunctionMs } from './assumptions.ts';
import { unitsOf } from './item-units.ts';
import { ledgerBytes, shardBytes } from './items.ts';
import { limits } from './limits.ts';
import { type Part, quietQueue } from './part.ts';
import type { RunPlan } from './run-plan.ts';
import { stacks } from './stacks.ts';
import { addUsage, timesUsage, total, type Usage } from './usage.ts';
import type { SimulatedWave } from './wave.ts';

const SECONDS_OF_SWEEP = 300;
const TASKS_OF_REQUEST = 10;
/** Sent, received, deleted. */
const REQUESTS_OF_MESSAGE = 3;

/** What one call of a sender, or of the release of a wave, is charged. `batch`: recipients that are looked up at once. */
const unitsByCall = (batch: number, chunks: number): Readonly<Record<string, Usage>> => {
  const ledgerWrite = { writeUnits: unitsOf(ledgerBytes, limits.writeUnitBytes) };
  const shardWrite = { writeUnits: unitsOf(shardBytes(chunks) / 2, limits.writeUnitBytes) };
  const read = { readUnits: 1 };
  const write = { writeUnits: 1 };
  const publish = { publishes: 1 };
  const free = {};
  return {
    'ledger.create': timesUsage(addUsage([ledgerWrite, read]), chunks),
    'ledger.read': read,
    'ledger.readMany': { readUnits: chunks },
    'ledger.replace': ledgerWrite,
    'wave.plan': { writeUnits: shards(chunks) + 1 },
    'wave.find': { readUnits: shards(chunks) },
    'wave.markDone': shardWrite,
    'wave.markTold': { writeUnits: 2 },
    'governor.read': read,
    'governor.create': write,
    'governor.reserve': write,
    'governor.change': write,
    'openWaves.list': read,
    'control.read': read,
    'run.open': write,
    'run.find': read,
    'brownOut.count': read,
    'brownOut.note': write,
    'suppression.among': { readUnits: batch },
    'snapshot.rows': { objectReads: 1 },
    // Kept in memory from one invocation to the next.
    'snapshot.manifest': free,
    'content.read': free,
    'quota.read': free,
    'task.send': free,
    'looks.ask': { queueRequests: LOOKS_AFTER_MS.length * REQUESTS_OF_MESSAGE },
    'ses.send': free,
    'fact.waveProgressed': publish,
    'fact.waveFinished': publish,
    'fact.sendingSuspended': publish,
  };
};

const shards = (chunks: number): number => shardOf(Math.max(0, chunks - 1)) + 1;

const charge = (calls: ReadonlyMap<string, number>, units: Readonly<Record<string, Usage>>): Usage =>
  addUsage(
    [...calls].map(([call, count]) => {
      const usage = units[call];
      if (usage === undefined)
        throw new Error(`What does the call ${call} cost? scripts/scale/dispatch.ts must say it`);
      return timesUsage(usage, count);
    }),
  );

export const claimSize = (rate: number): number =>
  batchSizeAt(1_000 / (rate * (1 - stacks.keptShare)), paceFor(stacks.senders.timeout * 1_000), 0);

/** Messages that senders hand back because it is not their turn, per thousand mails. */
export const handBacksPer1000 = ({ senderCalls, recipients }: SimulatedWave): number =>
  ((senderCalls.get('task.send') ?? 0) / recipients) * 1_000;

/** Sends all of a run as the one wave was sent. */
export const dispatchPart = (plan: RunPlan, rate: number, wave: SimulatedWave): Part => {
  const chunksOfWave = wave.senderCalls.get('wave.markDone') ?? 1;
  const factor = plan.recipients / wave.recipients;
  const units = unitsByCall(claimSize(rate), chunksOfWave);
  const handBacks = (handBacksPer1000(wave) * plan.recipients) / 1_000;
  const chunkMessages = plan.chunks + handBacks;
  const seconds = wave.seconds * factor;
  const { bouncedForGood, complained, unsubscribed } = audienceOfMail;
  const suppressions = plan.recipients * (bouncedForGood + complained + unsubscribed);
  const sweeps = seconds / SECONDS_OF_SWEEP;

  return {
    service: 'dispatch',
    functions: [
      { name: 'sendChunk', invocations: wave.invocations * factor, seconds: wave.senderSeconds * factor },
      small('onWaveReleased', plan.waves.length),
      small('onSuppression', suppressions),
      small('onRunControl', 1),
    ],
    queues: [
      quietQueue('dispatch-chunks', chunkMessages, Math.ceil(plan.chunks / TASKS_OF_REQUEST) + handBacks),
      quietQueue('dispatch-waves', plan.waves.length),
      quietQueue('dispatch-suppressions', suppressions),
      quietQueue('dispatch-run-controls', 1),
    ],
    other: addUsage([
      timesUsage(addUsage([charge(wave.releaseCalls, units), charge(wave.senderCalls, units)]), factor),
      { writeUnits: suppressions + sweeps, readUnits: sweeps * chunksOfWave },
      { tableGbMonths: (plan.chunks * ledgerBytes) / 1e9, backupGbMonths: (plan.chunks * ledgerBytes) / 1e9 },
    ]),
  };
};

const small = (name: string, invocations: number) => ({
  name,
  invocations,
  seconds: (invocations * smallFunctionMs) / 1_000,
});

/** Writes for ledger, waves and governor, per thousand mails: suppressions are of the audience's making. */
export const sendingWritesPer1000 = (rate: number, wave: SimulatedWave): number => {
  const units = unitsByCall(claimSize(rate), wave.senderCalls.get('wave.markDone') ?? 1);
  const writes = [wave.releaseCalls, wave.senderCalls].map((calls) => charge(calls, units).writeUnits ?? 0);
  return (total(writes) / wave.recipients) * 1_000;
};
