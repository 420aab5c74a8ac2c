import * as z from 'zod/mini';

const text = z.optional(z.string());
const template = z.optional(z.json());
const assignment = z.optional(z.record(z.string(), z.json()));
const jsonata = z.string().check(z.startsWith('{%'));
const NOT_WHOLE = 'must be a whole number or a JSONata expression';
const NOT_SECONDS = 'must be a whole number from 1 to 99999999, or a JSONata expression';
const wholeNumber = z.int(NOT_WHOLE).check(z.gte(0, NOT_WHOLE));
const seconds = z.union([z.int(NOT_SECONDS).check(z.gte(1, NOT_SECONDS), z.lte(99_999_999, NOT_SECONDS)), jsonata], {
  error: NOT_SECONDS,
});

const common = { Comment: text, QueryLanguage: z.optional(z.literal('JSONata')) };
const transition = { Next: text, End: z.optional(z.literal(true)) };
const errorEquals = z.array(z.string()).check(z.minLength(1, 'must name at least one error'));

const Retrier = z.strictObject({
  Comment: text,
  ErrorEquals: errorEquals,
  IntervalSeconds: z.optional(z.int().check(z.gte(1), z.lte(99_999_999))),
  MaxAttempts: z.optional(z.int().check(z.gte(0), z.lte(99_999_999))),
  BackoffRate: z.optional(z.number().check(z.gte(1))),
  MaxDelaySeconds: z.optional(z.int().check(z.gte(1), z.lte(31_622_400))),
  JitterStrategy: z.optional(z.enum(['FULL', 'NONE'])),
});

const Catcher = z.strictObject({
  Comment: text,
  ErrorEquals: errorEquals,
  Next: z.string(),
  Output: template,
  Assign: assignment,
});

const errorHandling = { Retry: z.optional(z.array(Retrier)), Catch: z.optional(z.array(Catcher)) };
const result = { Output: template, Assign: assignment };

/** One line of states: the machine itself, a branch, or what a Map does with an item. */
export interface Flow {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

const Branch: z.ZodMiniType<Flow> = z.lazy(() => z.strictObject(flow));
const ItemProcessor: z.ZodMiniType<Flow> = z.lazy(() =>
  z.strictObject({ ProcessorConfig: z.optional(z.strictObject({ Mode: inline })), ...flow }),
);
const inline = z.literal('INLINE', { error: 'only INLINE maps are implemented locally' });

const PassState = z.strictObject({ ...common, ...transition, ...result, Type: z.literal('Pass') });
const SucceedState = z.strictObject({ ...common, Output: template, Type: z.literal('Succeed') });
const FailState = z.strictObject({ ...common, Type: z.literal('Fail'), Error: text, Cause: text });

const WaitState = z.strictObject({
  ...common,
  ...transition,
  ...result,
  Type: z.literal('Wait'),
  Seconds: z.optional(z.union([wholeNumber, jsonata], { error: NOT_WHOLE })),
  Timestamp: text,
});

const ChoiceRule = z.strictObject({
  Comment: text,
  Condition: z.union([jsonata, z.boolean()], { error: 'must be a JSONata expression or a boolean' }),
  Next: z.string(),
  ...result,
});

const ChoiceState = z.strictObject({
  ...common,
  ...result,
  Type: z.literal('Choice'),
  Choices: z.array(ChoiceRule).check(z.minLength(1, 'must hold at least one rule')),
  Default: text,
});

const TaskState = z.strictObject({
  ...common,
  ...transition,
  ...result,
  ...errorHandling,
  Type: z.literal('Task'),
  Resource: z.string(),
  Arguments: template,
  TimeoutSeconds: z.optional(seconds),
  HeartbeatSeconds: z.optional(seconds),
});

const ParallelState = z.strictObject({
  ...common,
  ...transition,
  ...result,
  ...errorHandling,
  Type: z.literal('Parallel'),
  Arguments: template,
  Branches: z.array(Branch).check(z.minLength(1, 'must hold at least one branch')),
});

const MapState = z.strictObject({
  ...common,
  ...transition,
  ...result,
  ...errorHandling,
  Type: z.literal('Map'),
  Items: z.optional(z.union([z.array(z.json()), jsonata], { error: 'must be an array or a JSONata expression' })),
  ItemSelector: template,
  MaxConcurrency: z.optional(z.union([wholeNumber, jsonata], { error: NOT_WHOLE })),
  ItemProcessor,
});

const State = z.discriminatedUnion('Type', [
  PassState,
  TaskState,
  ChoiceState,
  WaitState,
  SucceedState,
  FailState,
  ParallelState,
  MapState,
]);

const flow = { Comment: text, StartAt: z.string(), States: z.record(z.string(), State) };

/** A whole machine in the JSONata dialect. Strict everywhere: what is not named here is refused, not ignored. */
export const Machine = z.strictObject({
  QueryLanguage: z.optional(z.literal('JSONata')),
  Version: z.optional(z.literal('1.0')),
  TimeoutSeconds: z.optional(z.int().check(z.gte(1), z.lte(99_999_999))),
  ...flow,
});

export type Machine = z.infer<typeof Machine>;
export type State = z.infer<typeof State>;
type StateType = State['Type'];
export type StateOf<Type extends StateType> = Extract<State, { readonly Type: Type }>;
export type Retrier = z.infer<typeof Retrier>;
export type Catcher = z.infer<typeof Catcher>;
