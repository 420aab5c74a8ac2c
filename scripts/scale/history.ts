import type { RunPlan } from './run-plan.ts';
import { stacks } from './stacks.ts';

/** Events that a state leaves in the history of an execution when nothing goes wrong. A heartbeat leaves none. */
const eventsOf = (name: string): number => {
  const state = stacks.states[name];
  if (state === undefined)
    throw new Error(`The state machine has no state ${name} any more: scripts/scale counts on it`);
  // Entered, scheduled, started, (submitted,) succeeded, exited; any other state is entered and exited.
  if (state.Type !== 'Task') return 2;
  return state.Resource?.endsWith('.waitForTaskToken') === true ? 6 : 5;
};

const sumOf = (names: readonly string[]): number => names.reduce((sum, name) => sum + eventsOf(name), 0);

const planning = ['PlanNextWave', 'FollowPlan'];
/** What one wave leaves, one wait, one hold. */
const eventsPer = {
  wave: sumOf([...planning, 'ReleaseWave']),
  wait: sumOf([...planning, 'WaitUntil']),
  hold: sumOf([...planning, 'Hold']),
} as const;

/** Started and succeeded. */
const EXECUTION_EVENTS = 2;
const ends = ['FreezeContent', 'TakeSnapshot', ...planning, 'Finish'];

/** The history of an execution that nothing disturbs. */
export const historyEvents = ({ waves, waits }: RunPlan): number =>
  EXECUTION_EVENTS + sumOf(ends) + waves.length * eventsPer.wave + waits * eventsPer.wait;

/** A transition is paid for whenever a state is entered. */
export const transitionsOf = ({ waves, waits }: RunPlan): number =>
  ends.length + (waves.length + waits) * (planning.length + 1);

/** The history of an execution with so many waves, before each of which it waits and is held. */
export const crowdedHistory = (waves: number): number =>
  EXECUTION_EVENTS + sumOf(ends) + waves * (eventsPer.wave + eventsPer.wait + eventsPer.hold);
