import type { State } from './definition.ts';
import { StateError } from './errors.ts';
import { evaluate, QueryError } from './expressions.ts';
import type { Json, JsonObject } from './json.ts';
import type { Lane } from './lane.ts';
import { withinLimit } from './limits.ts';

/** A lane standing in a state. */
export interface Visit<Kind extends State = State> {
  readonly name: string;
  readonly state: Kind;
  readonly input: Json;
  readonly lane: Lane;
  readonly enteredEventId: number;
  readonly enteredTime: string;
  readonly retryCount: number;
  /** Only while a Task waits for a callback. */
  readonly token?: string;
}

/** What a visit leads to. */
export interface Step {
  readonly output: Json;
  readonly assigned?: Readonly<Record<string, Json>>;
  /** Where the state itself did not decide: its `Next`. */
  readonly next?: string;
}

/** A field of a state and what stands in it. */
export interface Asked {
  readonly field: string;
  readonly template: Json;
}

/** Members of `$states` besides `input` and `context`. */
export interface Seen {
  readonly result?: Json;
  readonly errorOutput?: Json;
  readonly item?: JsonObject;
}

const contextOf = ({ lane, name, enteredTime, retryCount, token }: Visit, item = lane.item): JsonObject => ({
  ...lane.run.context,
  State: { Name: name, EnteredTime: enteredTime, RetryCount: retryCount },
  ...(token === undefined ? {} : { Task: { Token: token } }),
  ...(item === undefined ? {} : { Map: { ...item } }),
});

const explain = ({ name, enteredEventId }: Visit, cause: string): string =>
  `An error occurred while executing the state '${name}' (entered at the event id #${enteredEventId}). ${cause}`;

/** A mistake of the machine's author that shows only when it runs, such as a text where a number belongs. */
export const evaluationFailed = (visit: Visit, field: string, problem: string): StateError => {
  const cause = explain(visit, problem);
  const error = 'States.QueryEvaluationError';
  visit.lane.trail.add('EvaluationFailed', {
    evaluationFailedEventDetails: { error, cause, location: field, state: visit.name },
  });
  return new StateError(error, cause);
};

/** Evaluates a template with what the state may see. @throws StateError */
export const evaluateIn = async (visit: Visit, { field, template }: Asked, seen: Seen = {}): Promise<Json> => {
  const { item, ...others } = seen;
  const states = { input: visit.input, context: contextOf(visit, item), ...others };
  try {
    return await evaluate(template, { ...Object.fromEntries(visit.lane.variables), states }, field);
  } catch (thrown) {
    if (!(thrown instanceof QueryError)) throw thrown;
    throw evaluationFailed(visit, thrown.field, thrown.message);
  }
};

/** Evaluates a whole number of seconds, iterations, … @throws StateError */
export const numberIn = async (visit: Visit, asked: Asked, least: number): Promise<number> => {
  const { field } = asked;
  const value = await evaluateIn(visit, asked);
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  const given = JSON.stringify(value);
  throw evaluationFailed(
    visit,
    field,
    `The field '${field}' must be a whole number of at least ${least}, not ${given}`,
  );
};

interface Result {
  readonly Output?: Json | undefined;
  readonly Assign?: Record<string, Json> | undefined;
}

interface Ending {
  /** The output when the state does not say one. */
  readonly otherwise: Json;
  readonly seen?: Seen;
  readonly next?: string | undefined;
}

/**
 * Ends a visit: `Output` and `Assign` are evaluated side by side, both with the variables as they were.
 *
 * @throws StateError
 */
export const finish = async (visit: Visit, { Output, Assign }: Result, ending: Ending): Promise<Step> => {
  const { otherwise, seen, next } = ending;
  const output =
    Output === undefined ? otherwise : await evaluateIn(visit, { field: 'Output', template: Output }, seen);
  withinLimit(output, `output of the state '${visit.name}'`);

  const values = Object.entries(Assign ?? {}).map(
    async ([name, template]) => [name, await evaluateIn(visit, { field: `Assign/${name}`, template }, seen)] as const,
  );
  const assigned = withinLimit(Object.fromEntries(await Promise.all(values)), `variables of the state '${visit.name}'`);

  return { output, ...(Assign === undefined ? {} : { assigned }), ...(next === undefined ? {} : { next }) };
};
