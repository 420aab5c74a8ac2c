import { isEmpty } from '../domain/bitmap.ts';
import { type Ledger, pendingOf } from '../domain/chunk-state.ts';
import type { Wave } from '../domain/run.ts';
import type { RunControl } from '../domain/run-control.ts';
import { chunkAgain } from './chunk-again.ts';
import type { Cause, ChunkTasks, Clock, Controls, Ledgers, OpenWaves, Runs, Waves } from './ports.ts';

interface Ports {
  readonly controls: Controls;
  readonly runs: Pick<Runs, 'find'>;
  readonly openWaves: Pick<OpenWaves, 'list'>;
  readonly waves: Pick<Waves, 'find'>;
  readonly ledgers: Pick<Ledgers, 'readMany'>;
  readonly tasks: ChunkTasks;
  readonly clock: Clock;
}

export type ChangeControl = (change: RunControl & { readonly runId: string }, cause: Cause) => Promise<void>;

/**
 * Notes what people want of a run. Chunks that wait for their turn have a delayed message; when a run is stopped they are
 * called in, so that nobody who pressed "hold" waits minutes to be told that nothing is sent any more.
 */
export const makeChangeControl =
  (ports: Ports): ChangeControl =>
  async ({ runId, ...change }, cause) => {
    await ports.controls.change(runId, change);
    if (change.control === 'send') return;

    const run = await ports.runs.find(runId);
    // What was said may be older than what is in force.
    if (run === undefined || !run.isOpen || (await ports.controls.read(run)).control === 'send') return;
    for (const { runId: of, wave: number } of await ports.openWaves.list()) {
      const wave = of === runId ? await ports.waves.find(runId, number) : undefined;
      if (wave === undefined || wave.isTold) continue;
      const waiting = wave.shards.flatMap(({ chunks, done }) => chunks.filter((chunk) => !done.has(chunk)));
      const ledgers = await ports.ledgers.readMany(runId, waiting);
      const idle = [...ledgers].filter(([, ledger]) => isWaiting(ledger, wave, ports.clock.now()));
      const tasks = idle.map(([chunk, ledger]) => chunkAgain({ run, number, wave }, chunk, ledger));
      await ports.tasks.send(tasks, 0, cause);
    }
  };

/** Doubt waits for its time whatever people want: a settling wave may have thousands of such chunks. */
const isWaiting = (ledger: Ledger, { final }: Pick<Wave, 'final'>, now: number): boolean =>
  ledger.leaseUntil <= now && !(final && isEmpty(pendingOf(ledger)));
