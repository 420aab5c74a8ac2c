import type { State } from '../definition.ts';
import { Execution } from '../execution.ts';
import type { Integrate } from '../integrations/index.ts';
import { follow } from '../interpreter.ts';
import type { Json, JsonObject } from '../json.ts';
import { Tokens } from '../tokens.ts';
import { readMachine } from '../validate/index.ts';
import { VirtualClock } from './virtual-clock.ts';

export const START = Date.parse('2030-01-01T00:00:00Z');

interface Staged {
  readonly input?: Json;
  readonly integrate?: Integrate;
  readonly random?: () => number;
}

const nobody: Integrate = async () => null;

const startOf = (definition: JsonObject, input: Json): Execution['start'] => {
  const text = JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
  const machine = {
    arn: 'arn:aws:states:eu-west-1:000000000000:stateMachine:run',
    name: 'run',
    definition: text,
    machine: readMachine(text),
    roleArn: 'arn:aws:iam::000000000000:role/run',
    revisionId: '1',
    createdMs: START,
    updatedMs: START,
  };
  const arn = 'arn:aws:states:eu-west-1:000000000000:execution:run:1';
  return { arn, name: '1', input: JSON.stringify(input), machine, number: 1 };
};

/** Starts a machine on a clock that stands still, with integrations that the test plays. */
export const stage = (definition: JsonObject, { input = {}, integrate = nobody, random = () => 1 }: Staged = {}) => {
  const clock = new VirtualClock(START);
  const tokens = new Tokens(clock);
  const execution = new Execution(startOf(definition, input), clock);
  const ended = execution.run({ clock, tokens, integrate, random, region: 'eu-west-1', follow });

  return {
    clock,
    tokens,
    execution,
    /** Lets time pass in steps until the execution ends. */
    outcome: async (patienceMs = 0) => {
      await clock.advance(patienceMs);
      if (execution.outcome.status !== 'RUNNING') await ended;
      return execution.outcome;
    },
    events: () => execution.history.events.map(({ type }) => type),
  };
};

/** A machine of states that follow each other. */
export const inLine = (states: Readonly<Record<string, Json>>): JsonObject => ({
  StartAt: Object.keys(states)[0] ?? '',
  States: states,
});

export const task = (more: JsonObject = {}): JsonObject => ({
  Type: 'Task' satisfies State['Type'],
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'f' },
  End: true,
  ...more,
});
