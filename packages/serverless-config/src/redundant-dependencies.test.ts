import { withoutRedundantDependencies } from './redundant-dependencies.ts';

const role = { Type: 'AWS::IAM::Role' };

it.each([
  ['Ref', { Ref: 'Role' }],
  ['GetAtt', { 'Fn::GetAtt': ['Role', 'Arn'] }],
  ['a short GetAtt', { 'Fn::GetAtt': 'Role.Arn' }],
  ['Sub', { 'Fn::Sub': 'of ${Role.Arn}' }],
  ['Sub with values', { 'Fn::Sub': ['of ${Role}', {}] }],
])('takes out a dependency that %s implies', (_, value) => {
  const template = { Role: role, Fn: { DependsOn: ['Role'], Properties: { Role: value } } };

  expect(withoutRedundantDependencies(template)).toEqual({ Role: role, Fn: { Properties: { Role: value } } });
});

it('keeps a dependency that nothing else implies', () => {
  const template = { Role: role, Log: {}, Fn: { DependsOn: ['Role', 'Log'], Properties: { Role: { Ref: 'Role' } } } };

  expect(withoutRedundantDependencies(template)['Fn']).toEqual({
    DependsOn: ['Log'],
    Properties: { Role: { Ref: 'Role' } },
  });
});
