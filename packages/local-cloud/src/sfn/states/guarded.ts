import type { Catcher, StateOf } from '../definition.ts';
import { Aborted, asStateError, type StateError } from '../errors.ts';
import { catcherFor, Retries } from '../retry.ts';
import { finish, type Step, type Visit } from '../visit.ts';

type Guarded = StateOf<'Task'> | StateOf<'Parallel'> | StateOf<'Map'>;

const caught = (visit: Visit, catcher: Catcher, { error, errorCause }: StateError): Promise<Step> => {
  const errorOutput = { Error: error, Cause: errorCause };
  return finish(visit, catcher, { otherwise: errorOutput, seen: { errorOutput }, next: catcher.Next });
};

const reportGroupFailure = ({ state, lane }: Visit<Guarded>): void => {
  if (state.Type !== 'Task') lane.trail.add(`${state.Type}StateFailed`);
};

/** Tries a state as often as its `Retry` allows, then turns to its `Catch`. */
export const guarded = async <Kind extends Guarded>(
  visit: Visit<Kind>,
  attempt: (visit: Visit<Kind>) => Promise<Step>,
): Promise<Step> => {
  const { state, lane } = visit;
  const { clock, random } = lane.run;
  const retries = new Retries(state.Retry ?? [], random);

  for (let retryCount = 0; ; retryCount += 1) {
    const current = { ...visit, retryCount };
    try {
      return await attempt(current);
    } catch (thrown) {
      if (thrown instanceof Aborted) throw thrown;
      const error = asStateError(thrown);
      const retry = retries.next(error);
      if (retry === undefined) {
        reportGroupFailure(visit);
        const catcher = catcherFor(state.Catch ?? [], error);
        if (catcher === undefined) throw error;
        return caught(current, catcher, error);
      }
      await clock.sleep(retry.delayMs, lane.signal);
    }
  }
};
