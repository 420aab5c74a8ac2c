import type { Pace } from '../../domain/pace.ts';
import type { VirtualTime } from '../virtual-time.ts';
import type { Chance } from './chance.ts';
import type { Journal } from './journal.ts';
import type { Scenario } from './scenario.ts';

/** What everybody in a simulated run shares. */
export interface Basics {
  readonly scenario: Scenario;
  readonly pace: Pace;
  readonly chance: Chance;
  readonly time: VirtualTime;
  readonly journal: Journal;
  /** When the run began. */
  readonly start: number;
}
