import { functionNameOf } from './function-name.ts';

describe('functionNameOf', () => {
  it.each([
    'plan-wave',
    'plan-wave:live',
    '000000000000:function:plan-wave',
    'arn:aws:lambda:eu-west-1:000000000000:function:plan-wave',
    'arn:aws:lambda:eu-west-1:000000000000:function:plan-wave:$LATEST',
  ])('reads plan-wave from %s', (text) => {
    expect(functionNameOf(text)).toBe('plan-wave');
  });
});
