import { typedFields } from './typed-fields.ts';

const attributes = [
  { name: 'age', type: 'number' },
  { name: 'since', type: 'date' },
] as const;

it('keeps each value in the spelling of its type', () => {
  expect(typedFields(attributes, { age: '1,234', since: '2026. 1. 2.', name: '1,234' })).toEqual({
    ok: true,
    value: { age: '1234', since: '2026-01-02', name: '1,234' },
  });
});

it('names the field whose value is not of its type', () => {
  expect(typedFields(attributes, { name: 'Ada', age: 'many' })).toEqual({
    ok: false,
    problem: { kind: 'field_invalid', field: 'age', problem: 'number_malformed' },
  });
});

it('leaves empty what is emptied, and alone what is older than its type', () => {
  expect(typedFields(attributes, { age: '', since: 'once' }, { since: 'once' })).toEqual({
    ok: true,
    value: { age: '', since: 'once' },
  });
});
