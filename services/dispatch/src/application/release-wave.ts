import { untouchedChunk } from '../domain/chunk-state.ts';
import { type GovernorRecord, newGovernor } from '../domain/governor-record.ts';
import { LOOKS_AFTER_MS } from '../domain/quota.ts';
import type { Reconsidered } from '../domain/reconsider.ts';
import { isFull, type Run } from '../domain/run.ts';
import { shardsOf } from '../domain/wave.ts';
import { lineUp } from './line-up.ts';
import type {
  Cause,
  ChunkTasks,
  Clock,
  Controls,
  Governors,
  Ledgers,
  Observer,
  QuotaLooks,
  Quotas,
  Runs,
  Snapshots,
  Waves,
} from './ports.ts';
import type { ReportChunk } from './report-chunk.ts';

interface Ports {
  readonly runs: Runs;
  readonly controls: Pick<Controls, 'read'>;
  readonly ledgers: Ledgers;
  readonly waves: Waves;
  readonly snapshots: Snapshots;
  readonly tasks: ChunkTasks;
  readonly governors: Governors;
  readonly quotas: Quotas;
  readonly looks: QuotaLooks;
  readonly clock: Clock;
  readonly observer: Observer;
  readonly keptShare: number;
  readonly reportChunk: ReportChunk;
}

export interface WaveRelease {
  readonly run: Run;
  readonly wave: number;
  readonly final: boolean;
  readonly chunks: readonly number[];
  /** Who of these chunks is pending again with this wave. */
  readonly reconsider?: readonly Reconsidered[] | undefined;
}

export type ReleaseOutcome = 'released' | 'run_closed' | 'chunk_unknown';
export type ReleaseWave = (release: WaveRelease, cause: Cause) => Promise<ReleaseOutcome>;

/**
 * Opens the work on a wave: ledgers for chunks that have none, what the chunks had behind them, and only then the messages.
 * Running it again repeats what is missing and changes nothing that exists.
 */
export const makeReleaseWave =
  (ports: Ports): ReleaseWave =>
  async (release, cause) => {
    const { run, wave, final, chunks, reconsider } = release;
    const { runId, manifest } = run;
    if (!(await ports.runs.open(run))) {
      ports.observer.note('wave_of_closed_run', { runId, wave });
      return 'run_closed';
    }
    const governor = await ensureGovernor(ports);

    const snapshot = await ports.snapshots.manifest(manifest);
    const fresh = new Map(
      chunks.flatMap((chunk) => {
        const about = snapshot.chunks.get(chunk);
        return about ? [[chunk, untouchedChunk(about.recipients, about.content)] as const] : [];
      }),
    );
    if (fresh.size < new Set(chunks).size) return 'chunk_unknown';

    await ports.ledgers.create(runId, fresh);
    const ledgers = await ports.ledgers.readMany(runId, chunks);
    await ports.waves.plan({ runId, wave, final, reconsider }, shardsOf(ledgers, reconsider));

    const firstChunk = chunks[0];
    if (firstChunk !== undefined && (await isFinished(ports, runId, wave))) {
      // Whoever releases a finished wave has not heard of its end, which may have been lost on the way.
      await ports.reportChunk({ runId, wave, chunk: firstChunk, isAskedAgain: true }, cause);
      return 'released';
    }
    // Read after the wave is open: whoever stops a run looks at its open waves after he has said so, and one of the two sees the other.
    const { control } = await ports.controls.read(run);
    await lineUp(ports, release, { known: { ledgers, governor }, isStopped: control !== 'send', cause });
    await lookSoon(ports);
    return 'released';
  };

/** Without one, no sender could reserve a slot before the next scheduled refresh. */
const ensureGovernor = async ({ governors, quotas, keptShare, clock }: Ports): Promise<GovernorRecord> => {
  const found = await governors.read();
  if (found !== undefined) return found;
  const created = newGovernor(await quotas.read(), keptShare, clock.now());
  await governors.create(created);
  return created;
};

/** The schedule sees to it only from the next refresh on. Until then a changed rate may be followed late, which is no reason to release twice. */
const lookSoon = ({ looks, observer }: Ports): Promise<void> =>
  looks.ask(LOOKS_AFTER_MS).catch(() => observer.note('quota_look_not_asked', {}));

const isFinished = async ({ waves }: Ports, runId: string, wave: number): Promise<boolean> => {
  const found = await waves.find(runId, wave);
  return found !== undefined && isFull(found);
};
