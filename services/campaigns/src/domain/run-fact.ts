import type { Audience } from './audience.ts';
import type { DoubtWishes } from './campaign.ts';
import type { Control } from './control.ts';
import type { Exclusion } from './exclusion.ts';
import type { LocalTime } from './local-time.ts';
import type { Wave } from './plan.ts';

/** Something about a run that others must hear of. Past tense, no envelope, no ids of its own. */
export type RunFact =
  | {
      readonly fact: 'run_started';
      readonly runId: string;
      readonly campaignId: string;
      readonly campaignName: string;
      readonly listId: string;
    }
  | {
      readonly fact: 'snapshot_requested';
      readonly runId: string;
      readonly campaignId: string;
      readonly attempt: number;
      readonly listId: string;
      readonly audience?: Audience;
      readonly fields: readonly string[];
      readonly localTime?: LocalTime;
    }
  | {
      readonly fact: 'wave_released';
      readonly runId: string;
      readonly campaignId: string;
      readonly attempt: number;
      readonly wave: Wave;
      readonly manifest: string;
      readonly content: string;
      readonly doubt?: DoubtWishes;
    }
  | {
      readonly fact: 'control_changed';
      readonly runId: string;
      readonly control: Control['control'];
      readonly revision: number;
      readonly attempt: number;
      readonly exclude?: Exclusion;
    }
  | RunFinished
  | {
      readonly fact: 'test_requested';
      readonly testId: string;
      readonly campaignId: string;
      readonly test: string;
    };

export interface RunFinished {
  readonly fact: 'run_finished';
  readonly runId: string;
  readonly campaignId: string;
  readonly attempt: number;
  readonly outcome: 'sent' | 'cancelled' | 'failed';
  readonly recipients: number;
  readonly accepted: number;
  readonly refused: number;
  readonly suppressed: number;
  readonly left: number;
  readonly unsent: number;
}
