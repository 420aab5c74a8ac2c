import * as z from 'zod/mini';

import { afterSaving, begunAt, readBegun } from './begun.ts';

const Values = z.object({ name: z.string() });
const read = readBegun((stored: unknown) => {
  const found = z.safeParse(Values, stored);
  return found.success ? found.data : undefined;
});

it('stays with the version that it began with, however often it is changed and whatever others save', () => {
  const first = begunAt(undefined, '"1"', { name: 'A' });

  const second = begunAt(first, '"2"', { name: 'AB' });

  expect(second).toEqual({ version: '"1"', values: { name: 'AB' } });
});

it('is over once what was written is saved', () => {
  const sent = { name: 'A' };

  const left = afterSaving({ version: '"1"', values: { name: 'A' } }, sent, '"2"');

  expect(left).toBeUndefined();
  expect(afterSaving(undefined, sent, '"2"')).toBeUndefined();
});

it('keeps what was written during the saving, upon what was saved', () => {
  const left = afterSaving({ version: '"1"', values: { name: 'AB' } }, { name: 'A' }, '"2"');

  expect(left).toEqual({ version: '"2"', values: { name: 'AB' } });
});

it('reads what was kept, and nothing that is not of its kind or says no version', () => {
  const kept = { version: '"1"', values: { name: 'A' } };

  expect(read(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect([read({ name: 'A' }), read({ version: '"1"', values: { name: 1 } }), read(null)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
