import type { StateOf } from '../definition.ts';
import { evaluateIn, evaluationFailed, finish, numberIn, type Step, type Visit } from '../visit.ts';

type Wait = StateOf<'Wait'>;

const untilMs = async (visit: Visit<Wait>): Promise<number> => {
  const { Seconds, Timestamp } = visit.state;
  if (Seconds !== undefined)
    return visit.lane.run.clock.now() + 1_000 * (await numberIn(visit, { field: 'Seconds', template: Seconds }, 0));

  const moment = await evaluateIn(visit, { field: 'Timestamp', template: Timestamp ?? '' });
  const at = typeof moment === 'string' ? Date.parse(moment) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  const given = JSON.stringify(moment);
  throw evaluationFailed(
    visit,
    'Timestamp',
    `The field 'Timestamp' must be a moment such as 2030-01-31T09:00:00Z, not ${given}`,
  );
};

/** Wait: for a while, or until a moment; a moment that has passed is not waited for. */
export const visitWait = async (visit: Visit<Wait>): Promise<Step> => {
  const { lane, state, input } = visit;
  const { clock } = lane.run;
  await clock.sleep((await untilMs(visit)) - clock.now(), lane.signal);
  return finish(visit, state, { otherwise: input });
};
