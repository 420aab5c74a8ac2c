import { inlineSubstitutions } from './inline-substitutions.ts';

it('writes what a variable refers to into the text', () => {
  const definition = {
    'Fn::Sub': [
      'to ${9b9f} by ${37e7} by ${37e7}',
      { '9b9f': { Ref: 'Queue' }, '37e7': { 'Fn::GetAtt': ['Send', 'Arn'] } },
    ],
  };

  expect(inlineSubstitutions({ Machine: { Definition: definition } })).toEqual({
    Machine: { Definition: { 'Fn::Sub': 'to ${Queue} by ${Send.Arn} by ${Send.Arn}' } },
  });
});

it('keeps a variable that a text cannot say', () => {
  const joined = { 'Fn::Join': ['-', ['a', 'b']] };

  expect(inlineSubstitutions({ 'Fn::Sub': ['${x} ${y}', { x: joined, y: { Ref: 'Y' } }] })).toEqual({
    'Fn::Sub': ['${x} ${Y}', { x: joined }],
  });
});

it('leaves everything else as it is', () => {
  const template = { A: [1, null, 'text', { 'Fn::Sub': 'of ${Role.Arn}' }], B: { Ref: 'A' } };

  expect(inlineSubstitutions(template)).toEqual(template);
});
