import { isFull, type Run } from '../domain/run.ts';
import type { DoubtRules } from '../domain/settle-doubt.ts';
import { neglectedChunks, usefulToSweep } from '../domain/sweep-chunks.ts';
import { chunkAgain, type OpenWave } from './chunk-again.ts';
import type {
  Cause,
  ChunkTasks,
  Clock,
  Controls,
  Governors,
  Ledgers,
  Observer,
  OpenWaves,
  Runs,
  Waves,
} from './ports.ts';

interface Ports {
  readonly openWaves: OpenWaves;
  readonly waves: Waves;
  readonly runs: Runs;
  readonly ledgers: Ledgers;
  readonly controls: Pick<Controls, 'read'>;
  readonly governors: Pick<Governors, 'read'>;
  readonly tasks: ChunkTasks;
  readonly clock: Clock;
  readonly observer: Observer;
  readonly doubtRules: Pick<DoubtRules, 'settleMs'>;
}

export type Sweep = (cause: Cause) => Promise<void>;

/** Sends messages again for chunks that nobody seems to work on, so that no lost message holds up a wave. */
export const makeSweep =
  (ports: Ports): Sweep =>
  async (cause) => {
    for (const { runId, wave: number } of await ports.openWaves.list()) {
      const [run, wave] = await Promise.all([ports.runs.find(runId), ports.waves.find(runId, number)]);
      if (run === undefined || !run.isOpen || wave === undefined || wave.isTold) {
        await ports.openWaves.forget(runId, number);
        continue;
      }
      await sweepWave(ports, { run, number, wave }, cause);
    }
  };

const sweepWave = async (ports: Ports, open: OpenWave, cause: Cause): Promise<void> => {
  const { run, number, wave } = open;
  const { runId } = run;
  const settleMs = run.doubt?.settleMs ?? ports.doubtRules.settleMs;
  const doubtRestsMs = wave.final ? settleMs : 0;
  const limits = await limitsNow(ports, run);
  for (const { shard, chunks, done } of wave.shards) {
    // Of a full wave whose end was not told, any chunk will repeat the report.
    const undone = isFull(wave) ? chunks.slice(0, 1) : chunks.filter((chunk) => !done.has(chunk));
    if (undone.length === 0) continue;

    const ledgers = await ports.ledgers.readMany(runId, undone);
    const revisions = new Map([...ledgers].map(([chunk, { rev }]) => [chunk, rev]));
    const before = await ports.openWaves.swapRevisions({ runId, wave: number, shard }, revisions);
    const swept = [...ledgers].map(([chunk, ledger]) => ({ chunk, ledger }));
    const neglected = neglectedChunks(swept, before, { now: ports.clock.now(), doubtRestsMs });
    const tasks = usefulToSweep(neglected, limits).map(({ chunk, ledger }) => chunkAgain(open, chunk, ledger));
    if (tasks.length === 0) continue;

    ports.observer.note('chunks_swept', { runId, wave: number, count: tasks.length });
    await ports.tasks.send(tasks, 0, cause);
  }
};

const limitsNow = async ({ governors, controls }: Ports, run: Run) => {
  const [record, { control }] = await Promise.all([governors.read(), controls.read(run)]);
  return {
    everyMs: record?.everyMs ?? 0,
    isQuotaUsedUp: record !== undefined && record.left24 < 1 && control === 'send',
  };
};
