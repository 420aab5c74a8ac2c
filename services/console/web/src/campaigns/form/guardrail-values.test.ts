import { toGuardrails, toPercent } from './guardrail-values.ts';

it('reads back every limit as it was written', () => {
  for (const fraction of [0.04, 0.0008, 0.001, 0.0123]) {
    expect(toGuardrails({ hardBounces: toPercent(fraction), complaints: '' })).toEqual({
      guardrails: { hardBounces: fraction },
    });
  }
});

it('says nothing where nothing is said', () => {
  expect(toPercent(undefined)).toBe('');
  expect(toGuardrails({ hardBounces: '', complaints: '' })).toEqual({});
});
