import type { StateOf } from '../definition.ts';
import { finish, type Step, type Visit } from '../visit.ts';

/** Pass and Succeed: shape data, do nothing else. */
export const visitPass = (visit: Visit<StateOf<'Pass'> | StateOf<'Succeed'>>): Promise<Step> =>
  finish(visit, visit.state, { otherwise: visit.input });
