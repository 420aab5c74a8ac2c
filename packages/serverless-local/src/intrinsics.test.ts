import { resolve, type Scope } from './intrinsics.ts';
import type { Template } from './template.ts';

const scope: Scope = {
  account: '000000000000',
  region: 'eu-west-1',
  stack: 'campaigns-local',
  known: new Map([
    ['Queue', { ref: 'http://127.0.0.1:4501/000000000000/runs', attributes: { Arn: 'arn:aws:sqs:::runs' } }],
    ['Table', { ref: 'runs', attributes: { 'Nested.Name': 'deep' } }],
  ]),
};

const known: readonly (readonly [string, Template, Template])[] = [
  ['plain values', { a: [1, true, null, 'text'] }, { a: [1, true, null, 'text'] }],
  ['Ref of a resource', { Ref: 'Queue' }, 'http://127.0.0.1:4501/000000000000/runs'],
  ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-1'],
  ['GetAtt as a text', { 'Fn::GetAtt': 'Queue.Arn' }, 'arn:aws:sqs:::runs'],
  ['GetAtt as a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:::runs'],
  ['GetAtt of a nested attribute', { 'Fn::GetAtt': 'Table.Nested.Name' }, 'deep'],
  ['Sub with references', { 'Fn::Sub': '${AWS::Partition}:${Table}:${Queue.Arn}' }, 'aws:runs:arn:aws:sqs:::runs'],
  ['Sub with a literal', { 'Fn::Sub': '${!Literal}-${Table}' }, '${Literal}-runs'],
  [
    'Sub with variables',
    { 'Fn::Sub': ['${Name}/${Table}', { Name: { Ref: 'AWS::StackName' } }] },
    'campaigns-local/runs',
  ],
  ['Join', { 'Fn::Join': [':', ['arn', { Ref: 'Table' }, 3]] }, 'arn:runs:3'],
  ['Select', { 'Fn::Select': [1, ['a', { Ref: 'Table' }]] }, 'runs'],
  ['Split', { 'Fn::Split': ['-', { Ref: 'AWS::Region' }] }, ['eu', 'west', '1']],
  ['Select of Split', { 'Fn::Select': ['2', { 'Fn::Split': ['-', 'a-b-c'] }] }, 'c'],
  ['NoValue in a map', { kept: 1, gone: { Ref: 'AWS::NoValue' } }, { kept: 1 }],
  ['NoValue in a list', [1, { Ref: 'AWS::NoValue' }, 2], [1, 2]],
  ['a map that only looks like an intrinsic', { Ref: 'Table', other: 1 }, { Ref: 'Table', other: 1 }],
];

const unknown: readonly (readonly [string, Template, string])[] = [
  ['a Ref', { Ref: 'Run' }, 'unknown Ref Run at functions.startRun.ARN'],
  ['a resource of GetAtt', { 'Fn::GetAtt': 'Run.Arn' }, 'unknown GetAtt Run.Arn at functions.startRun.ARN'],
  [
    'an attribute',
    { 'Fn::GetAtt': 'Queue.Colour' },
    'Queue has no attribute Colour locally (at functions.startRun.ARN)',
  ],
  ['a name in Sub', { 'Fn::Sub': 'x-${Run}' }, 'unknown Ref Run at functions.startRun.ARN'],
  ['a nested Ref', { list: [{ Ref: 'Run' }] }, 'unknown Ref Run at functions.startRun.ARN.list.0'],
  ['an index', { 'Fn::Select': [3, ['a']] }, 'Fn::Select at functions.startRun.ARN reaches past the end of its list.'],
  ['a function', { 'Fn::FindInMap': ['a', 'b', 'c'] }, 'Fn::FindInMap at functions.startRun.ARN cannot be resolved'],
  [
    'a condition',
    { 'Fn::If': ['IsProd', 1, 2] },
    'Fn::If at functions.startRun.ARN: conditions are not evaluated locally',
  ],
  [
    'an import',
    { 'Fn::ImportValue': 'x' },
    'Fn::ImportValue at functions.startRun.ARN: stacks do not import values here',
  ],
  ['a map inside a Join', { 'Fn::Join': ['', [{ a: 1 }]] }, 'A text was expected at functions.startRun.ARN.'],
];

describe('resolve', () => {
  it.each(known)('resolves %s', (_, value, expected) => {
    expect(resolve(value, scope, '')).toEqual(expected);
  });

  it.each(unknown)('refuses %s that it does not know, and says where', (_, value, message) => {
    expect(() => resolve(value, scope, 'functions.startRun.ARN')).toThrow(message);
  });
});
