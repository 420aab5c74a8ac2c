import type { Clock } from './clock.ts';
import type { Flow } from './definition.ts';
import type { Trail } from './history.ts';
import type { Integrate } from './integrations/index.ts';
import type { Json, JsonObject } from './json.ts';
import type { Tokens } from './tokens.ts';

/** What every state of one execution shares. */
export interface Run {
  readonly clock: Clock;
  readonly random: () => number;
  readonly tokens: Tokens;
  readonly integrate: Integrate;
  readonly region: string;
  /** `Execution` and `StateMachine` of the context object. */
  readonly context: JsonObject;
  /** Follows a flow from its first state to its end. */
  readonly follow: (flow: Flow, input: Json, lane: Lane) => Promise<Json>;
}

/** One line of states under way: the machine itself, a branch, or an iteration of a Map. */
export interface Lane {
  readonly run: Run;
  readonly trail: Trail;
  readonly signal: AbortSignal;
  readonly variables: Map<string, Json>;
  /** `Map` of the context object, inside an iteration. */
  readonly item?: JsonObject;
}

/** A lane beside this one: it sees the variables so far, and keeps its own to itself. */
export const forkLane = ({ variables, trail, ...lane }: Lane, signal: AbortSignal, item?: JsonObject): Lane => ({
  ...lane,
  signal,
  trail: trail.fork(),
  variables: new Map(variables),
  ...(item === undefined ? {} : { item }),
});
