import type { Json, JsonObject } from '../json.ts';
import { readMachine, validate } from './index.ts';

const machine = (state: JsonObject, more: JsonObject = {}): JsonObject => ({
  QueryLanguage: 'JSONata',
  StartAt: 'A',
  States: { A: state, Z: { Type: 'Succeed' } },
  ...more,
});
const next = { Next: 'Z' };
const pass = (more: JsonObject): JsonObject => machine({ Type: 'Pass', ...next, ...more });
const task = (more: JsonObject): JsonObject =>
  machine({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: 'f' },
    ...next,
    ...more,
  });
const sqs = { Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', Arguments: { QueueUrl: 'q' } };
const map = (more: JsonObject): JsonObject =>
  machine({ Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Succeed' } } }, ...next, ...more });

const problemsOf = (definition: Json | string): readonly string[] => {
  const verdict = validate(typeof definition === 'string' ? definition : JSON.stringify(definition));
  return verdict.ok ? [] : verdict.problems.map(({ path, sentence }) => `${path}: ${sentence}`);
};

it.each<{ what: string; definition: Json }>([
  { what: 'a pass', definition: pass({ Output: { n: '{% $states.input.n %}' }, Assign: { a: 1 } }) },
  { what: 'a wait', definition: machine({ Type: 'Wait', Timestamp: '2030-01-31T09:00:00Z', ...next }) },
  { what: 'a callback', definition: task({ ...sqs, HeartbeatSeconds: '{% $states.input.s %}', TimeoutSeconds: 9 }) },
  { what: 'any action of a wired SDK', definition: task({ Resource: 'arn:aws:states:::aws-sdk:s3:headObject' }) },
  { what: 'arguments that are one expression', definition: task({ Arguments: '{% $states.input %}' }) },
  { what: 'a map', definition: map({ Items: '{% $states.input.items %}', MaxConcurrency: 4 }) },
  {
    what: 'dialects state by state',
    definition: {
      ...machine({ Type: 'Succeed', QueryLanguage: 'JSONata' }),
      QueryLanguage: 'JSONata',
      States: { A: { Type: 'Succeed' } },
    },
  },
  {
    what: 'fields inside a predicate',
    definition: pass({ Output: "{% $states.input.list[age > 3 and $.name = 'x'].{'n': name} %}" }),
  },
  {
    what: 'functions of its own',
    definition: pass({ Output: '{% ($twice := function($n) { $n * 2 }; $map([1,2], $twice)) %}' }),
  },
  {
    what: 'a call of a function of its own',
    definition: pass({ Output: '{% ($twice := function($n) { $n * 2 }; $twice(4)) %}' }),
  },
  { what: 'sorting', definition: pass({ Output: '{% $states.input.list^(>age).name %}' }) },
])('accepts $what', ({ definition }) => {
  expect(problemsOf(definition)).toEqual([]);
});

it.each<{ definition: Json | string; problem: RegExp }>([
  { definition: '{', problem: /^\/: The definition is not JSON/ },
  { definition: {}, problem: /^\/StartAt: The field 'StartAt' is required/ },
  { definition: machine({ Type: 'Loop' }), problem: /^\/States\/A\/Type: The state type "Loop" does not exist/ },
  { definition: machine({ End: true }), problem: /^\/States\/A\/Type: The field 'Type' is missing/ },
  {
    definition: pass({ InputPath: '$.x' }),
    problem: /^\/States\/A: The field 'InputPath' belongs to the JSONPath dialect/,
  },
  { definition: pass({ Parameters: {} }), problem: /'Parameters' belongs to the JSONPath dialect/ },
  { definition: pass({ Credentials: {} }), problem: /^\/States\/A: The field 'Credentials' is not implemented/ },
  {
    definition: machine({ Type: 'Pass', End: true }, { QueryLanguage: 'JSONPath' }),
    problem: /"JSONPath" is not implemented/,
  },
  {
    definition: { StartAt: 'A', States: { A: { Type: 'Succeed' } } },
    problem: /^\/States\/A: This state is in the JSONPath dialect/,
  },
  {
    definition: pass({ Output: { 'x.$': '$.y' } }),
    problem: /^\/States\/A\/Output\/x\.\$: The key 'x\.\$' ends in '\.\$'/,
  },
  { definition: pass({ Output: '$.y' }), problem: /^\/States\/A\/Output: '\$\.y' is a JSONPath/ },
  { definition: pass({ Output: "States.Format('{}', 1)" }), problem: /intrinsic function/ },
  { definition: pass({ Output: '{% $states.input' }), problem: /begins with '{%' and ends with '%}'/ },
  {
    definition: pass({ Output: ['{% 1 + %}'] }),
    problem: /^\/States\/A\/Output\[0\]: The expression '1 \+' is not JSONata/,
  },
  { definition: pass({ Output: '{% people.name %}' }), problem: /reads 'people' from nowhere/ },
  { definition: pass({ Output: '{% $.a %}' }), problem: /uses '\$', which has no value here/ },
  { definition: pass({ Output: '{% $states.input.x[$$.a = 1] %}' }), problem: /uses '\$\$'/ },
  { definition: pass({ Output: '{% $frist([1]) %}' }), problem: /calls \$frist, which does not exist/ },
  { definition: pass({ Output: "{% $eval('1') %}" }), problem: /calls \$eval, which Step Functions refuses/ },
  { definition: pass({ Assign: { states: 1 } }), problem: /^\/States\/A\/Assign\/states: A variable cannot be called/ },
  { definition: pass({ Assign: { 'a-b': 1 } }), problem: /cannot be called 'a-b'/ },
  {
    definition: machine({ Type: 'Pass', Next: 'Nowhere' }),
    problem: /^\/States\/A\/Next: Missing transition target: there is no state 'Nowhere'/,
  },
  { definition: machine({ Type: 'Pass', Next: 'constructor' }), problem: /there is no state 'constructor'/ },
  { definition: machine({ Type: 'Pass', End: true }), problem: /^\/States\/Z: The state 'Z' is not reachable/ },
  { definition: machine({ Type: 'Succeed' }, { StartAt: 'Q' }), problem: /^\/StartAt: Missing transition target/ },
  { definition: machine({ Type: 'Pass', ...next, End: true }), problem: /either 'Next' or 'End'/ },
  { definition: machine({ Type: 'Pass' }), problem: /^\/States\/A: A state needs either 'Next' or 'End'/ },
  {
    definition: machine({ Type: 'Choice', Choices: [], Default: 'Z' }),
    problem: /'Choices' must hold at least one rule/,
  },
  {
    definition: machine({ Type: 'Choice', Choices: [{ Variable: '$.a', Next: 'Z' }] }),
    problem: /^\/States\/A\/Choices\[0\]: The field 'Variable' belongs/,
  },
  { definition: machine({ Type: 'Wait', ...next }), problem: /either 'Seconds' or 'Timestamp'/ },
  { definition: machine({ Type: 'Wait', Timestamp: 'noon', ...next }), problem: /'noon' is not a timestamp/ },
  {
    definition: task({ Resource: 'arn:aws:states:::sqs:sendMessage.sync' }),
    problem: /^\/States\/A\/Resource: The resource '.*\.sync' is not implemented/,
  },
  {
    definition: task({ Resource: 'arn:aws:states:::ecs:runTask' }),
    problem: /'ecs:runTask' is not implemented\. Implemented are lambda:invoke/,
  },
  {
    definition: task({ Resource: 'arn:aws:states:::dynamodb:getItem.waitForTaskToken' }),
    problem: /cannot wait for a task token/,
  },
  {
    definition: task({ Resource: 'arn:aws:states:::aws-sdk:ec2:runInstances' }),
    problem: /'aws-sdk:ec2' is not implemented/,
  },
  { definition: task({ Resource: 'arn:aws:states:::aws-sdk:sqs:explode' }), problem: /has no action 'explode'/ },
  {
    definition: task({ Arguments: { FunctionName: 'f', Foo: 1 } }),
    problem: /^\/States\/A\/Arguments: The field 'Foo' is not supported by 'lambda:invoke'/,
  },
  { definition: task({ Arguments: {} }), problem: /The field 'FunctionName' is required/ },
  { definition: task({ TimeoutSeconds: 0 }), problem: /'TimeoutSeconds' must be a whole number/ },
  { definition: task({ ...sqs, HeartbeatSeconds: 9, TimeoutSeconds: 9 }), problem: /must be smaller than/ },
  {
    definition: task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }] }),
    problem: /^\/States\/A\/Retry\[0\]\/ErrorEquals: States\.ALL must appear alone and at end/,
  },
  {
    definition: task({ Catch: [{ ErrorEquals: ['States.ALL', 'A'], Next: 'Z' }] }),
    problem: /^\/States\/A\/Catch\[0\]\/ErrorEquals: States\.ALL/,
  },
  {
    definition: task({ Catch: [{ ErrorEquals: ['States.Tiemout'], Next: 'Z' }] }),
    problem: /report the error 'States\.Tiemout'/,
  },
  {
    definition: task({ Catch: [{ ErrorEquals: ['A'], Next: 'Q' }] }),
    problem: /^\/States\/A\/Catch\[0\]\/Next: Missing/,
  },
  {
    definition: task({ Catch: [{ ErrorEquals: ['A'], Next: 'Z', ResultPath: '$' }] }),
    problem: /'ResultPath' belongs to the JSONPath/,
  },
  { definition: task({ Retry: [{ ErrorEquals: [] }] }), problem: /must name at least one error/ },
  { definition: map({ ItemReader: {} }), problem: /'ItemReader' is not implemented/ },
  {
    definition: map({ ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'I', States: {} } }),
    problem: /only INLINE maps/,
  },
  {
    definition: map({ ItemProcessor: { StartAt: 'A', States: { A: { Type: 'Succeed' } } } }),
    problem: /Another state is called 'A'/,
  },
  {
    definition: map({ ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', Output: '{% x %}', End: true } } } }),
    problem: /^\/States\/A\/ItemProcessor\/States\/I\/Output/,
  },
  {
    definition: map({
      Assign: { n: 1 },
      ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', Assign: { n: 2 }, End: true } } },
    }),
    problem: /'n' belongs to an outer scope/,
  },
])('refuses $definition', ({ definition, problem }) => {
  expect(problemsOf(definition)).toContainEqual(expect.stringMatching(problem));
});

it('names every problem at once, as Step Functions words it', () => {
  const definition = JSON.stringify(pass({ Output: '{% x %}', Next: 'Q' }));

  expect(() => readMachine(definition)).toThrow(
    expect.objectContaining({
      type: 'InvalidDefinition',
      message: expect.stringMatching(
        /^Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: .*'Q'.* at \/States\/A\/Next, .*'x'.* at \/States\/A\/Output'$/,
      ),
    }),
  );
});
