import type { Pace } from '../domain/pace.ts';
import type { DoubtRules } from '../domain/settle-doubt.ts';
import type {
  BrownOuts,
  ChunkTasks,
  Clock,
  Composer,
  Contents,
  Controls,
  Evidences,
  Facts,
  Governors,
  Ledgers,
  Mailers,
  Observer,
  OpenWaves,
  Runs,
  Snapshots,
  Suppressions,
} from './ports.ts';
import type { ReportChunk } from './report-chunk.ts';
import type { SettleChunk } from './settle-chunk.ts';

/** Everything that one invocation of the sender works with. */
export interface SenderPorts {
  readonly ledgers: Pick<Ledgers, 'read' | 'replace'>;
  readonly runs: Runs;
  readonly controls: Controls;
  readonly evidences: Pick<Evidences, 'read'>;
  readonly brownOuts: BrownOuts;
  readonly governors: Governors;
  readonly openWaves: Pick<OpenWaves, 'list'>;
  readonly suppressions: Suppressions;
  readonly snapshots: Snapshots;
  readonly contents: Contents;
  readonly composer: Composer;
  readonly mailers: Mailers;
  readonly tasks: ChunkTasks;
  readonly facts: Facts;
  readonly observer: Observer;
  readonly clock: Clock;
  readonly pace: Pace;
  /** For runs that decide nothing else. */
  readonly doubtRules: DoubtRules;
  readonly reportChunk: ReportChunk;
  readonly settleChunk: SettleChunk;
}
