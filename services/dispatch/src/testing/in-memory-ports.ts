import type {
  BrownOuts,
  ChunkTasks,
  Controls,
  Evidences,
  Facts,
  Ledgers,
  OpenWaves,
  Probes,
  QuotaLooks,
  Runs,
  Suppressions,
  Waves,
} from '../application/ports.ts';
import { outranks, standingFor } from '../domain/run-control.ts';
import { shardOf } from '../domain/wave.ts';
import { type Actor, orLost } from './actor.ts';
import { Store } from './store.ts';

export const inMemoryLedgers = (store: Store, actor: Actor): Ledgers => ({
  read: ({ runId, chunk }) => actor.call('ledger.read', () => store.ledgers.get(Store.chunkKey(runId, chunk))),
  readMany: (runId, chunks) =>
    actor.call(
      'ledger.readMany',
      () => new Map([...store.chunksOf(runId)].filter(([chunk]) => chunks.includes(chunk))),
    ),
  create: (runId, chunks) =>
    actor.call('ledger.create', () => {
      for (const [chunk, state] of chunks) store.create(runId, chunk, state);
    }),
  replace: ({ runId, chunk }, next) => orLost(actor.call('ledger.replace', () => store.replace(runId, chunk, next))),
});

export const inMemoryRuns = (store: Store, actor: Actor): Runs => ({
  open: (run) =>
    actor.call('run.open', () => {
      const found = store.runs.get(run.runId);
      if (found && found.attempt >= run.attempt) return found.isOpen && found.attempt === run.attempt;
      store.runs.set(run.runId, { ...run, isOpen: true });
      return true;
    }),
  find: (runId) => actor.call('run.find', () => store.runs.get(runId)),
  close: ({ runId, attempt }) =>
    actor.call('run.close', () => {
      const found = store.runs.get(runId) ?? { runId, campaignId: '', content: '', manifest: '', attempt };
      if (found.attempt <= attempt) store.runs.set(runId, { ...found, attempt, isOpen: false });
    }),
});

export const inMemoryControls = (store: Store, actor: Actor): Controls => ({
  read: ({ runId, attempt }) => actor.call('control.read', () => standingFor(attempt, store.controls.get(runId))),
  change: (runId, change) =>
    actor.call('control.change', () => {
      if (outranks(change, store.controls.get(runId))) store.controls.set(runId, change);
    }),
});

export const inMemoryBrownOuts = (store: Store, actor: Actor): BrownOuts => ({
  countSince: (_, since) => actor.call('brownOut.count', () => store.brownOuts.filter((at) => at >= since).length),
  note: (_, at) => actor.call('brownOut.note', () => void store.brownOuts.push(at)),
});

const waveKey = (runId: string, wave: number) => `${runId}/${wave}`;

export const inMemoryWaves = (store: Store, actor: Actor): Waves => ({
  plan: ({ runId, wave, final, reconsider }, shards) =>
    actor.call('wave.plan', () => {
      for (const shard of shards) {
        const key = `${waveKey(runId, wave)}/${shard.shard}`;
        if (!store.shards.has(key)) store.shards.set(key, { ...shard, final, reconsider, done: new Set() });
      }
      store.openWaves.set(waveKey(runId, wave), { runId, wave });
    }),
  markDone: ({ runId, wave, chunk }) =>
    actor.call('wave.markDone', () => {
      const shard = store.shards.get(`${waveKey(runId, wave)}/${shardOf(chunk)}`);
      shard?.done.add(chunk);
      return shard !== undefined && shard.done.size >= shard.chunks.length;
    }),
  find: (runId, wave) =>
    actor.call('wave.find', () => {
      const prefix = `${waveKey(runId, wave)}/`;
      const shards = [...store.shards].flatMap(([key, shard]) => (key.startsWith(prefix) ? [shard] : []));
      const [first] = shards;
      return (
        first && {
          final: first.final,
          reconsider: first.reconsider,
          isTold: store.told.has(waveKey(runId, wave)),
          shards,
        }
      );
    }),
  markTold: (runId, wave) =>
    actor.call('wave.markTold', () => {
      store.told.add(waveKey(runId, wave));
      store.openWaves.delete(waveKey(runId, wave));
    }),
});

export const inMemoryOpenWaves = (store: Store, actor: Actor): OpenWaves => ({
  list: () => actor.call('openWaves.list', () => [...store.openWaves.values()]),
  forget: (runId, wave) => actor.call('openWaves.forget', () => void store.openWaves.delete(waveKey(runId, wave))),
  swapRevisions: ({ runId, wave, shard }, revisions) =>
    actor.call('openWaves.swap', () => {
      const key = `${waveKey(runId, wave)}/${shard}`;
      const before = store.swept.get(key) ?? new Map<number, number>();
      store.swept.set(key, revisions);
      return before;
    }),
});

export const inMemorySuppressions = (store: Store, actor: Actor): Suppressions => ({
  among: (addressees) =>
    actor.call('suppression.among', () => {
      const gone = addressees.filter(
        ({ contactId, listId }) => store.suppressed.has(contactId) || store.suppressed.has(`${listId} ${contactId}`),
      );
      return new Set(gone.map(({ contactId }) => contactId));
    }),
  record: ({ contactId, scope, isSuppressed }) =>
    actor.call('suppression.record', () => {
      const key = scope.kind === 'everything' ? contactId : `${scope.listId} ${contactId}`;
      if (isSuppressed) store.suppressed.add(key);
      else store.suppressed.delete(key);
    }),
});

export const inMemoryEvidences = (store: Store, actor: Actor): Evidences => ({
  read: ({ runId, chunk }) => actor.call('evidence.read', () => store.evidences.get(Store.chunkKey(runId, chunk))),
  record: ({ runId, chunk }, evidence) =>
    actor.call('evidence.record', () => {
      const key = Store.chunkKey(runId, chunk);
      const known = store.evidences.get(key);
      if (known === undefined || known.asOf < evidence.asOf) store.evidences.set(key, evidence);
    }),
});

export const inMemoryProbes = (store: Store, actor: Actor): Probes => ({
  find: (slot) => actor.call('probe.find', () => store.probes.get(slot)),
  claim: (slot, probe) =>
    actor.call('probe.claim', () => {
      if (!store.probes.has(slot)) store.probes.set(slot, probe);
      return store.probes.get(slot)?.probe === probe.probe;
    }),
  release: (slot) => actor.call('probe.release', () => void store.probes.delete(slot)),
});

export const inMemoryTasks = (store: Store, actor: Actor, now: () => number): ChunkTasks => ({
  send: (tasks, delayMs) =>
    actor.call('task.send', () => {
      store.queue.push(...tasks.map((task) => ({ task, visibleAt: now() + delayMs })));
    }),
});

export const inMemoryLooks = (store: Store, actor: Actor, now: () => number): QuotaLooks => ({
  ask: (afterMs) => actor.call('looks.ask', () => void store.looks.push(...afterMs.map((ms) => now() + ms))),
});

export const inMemoryFacts = (store: Store, actor: Actor): Facts => ({
  waveFinished: ({ runId, wave }, report) =>
    actor.call('fact.waveFinished', () => {
      // The consumer keeps the first of each id.
      if (!store.reports.has(waveKey(runId, wave))) store.reports.set(waveKey(runId, wave), report);
    }),
  waveProgressed: ({ chunk, tick }, how) =>
    actor.call('fact.waveProgressed', () => void store.progress.push(`${chunk}:${tick}:${how}`)),
  sendingSuspended: (_, { reason }) => actor.call('fact.sendingSuspended', () => void store.suspensions.push(reason)),
});
