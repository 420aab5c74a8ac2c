import { leftAfter, readEditing } from './editing.ts';
import { emptyForm } from './form-values.ts';

const sent = { ...emptyForm, name: 'Winter' };

it('leaves nothing of what was saved', () => {
  expect(leftAfter({ version: '1', values: sent }, sent, '2')).toBeUndefined();
  expect(leftAfter(undefined, sent, '2')).toBeUndefined();
});

it('keeps what was written while it was being saved, on top of what is saved', () => {
  const values = { ...sent, name: 'Winter letter' };

  expect(leftAfter({ version: '1', values }, sent, '2')).toEqual({ version: '2', values });
});

it('finds what it has stored, and nothing that is not like it', () => {
  expect(readEditing({ version: '1', values: sent })).toEqual({ version: '1', values: sent });
  expect(readEditing({ version: '1', values: { name: 'Winter' } })).toBeUndefined();
});
