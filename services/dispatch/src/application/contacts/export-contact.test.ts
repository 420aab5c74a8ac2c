import { bitmapOf } from '../../domain/bitmap.ts';
import { type Ledger, untouchedChunk } from '../../domain/chunk-state.ts';
import { makeExportContact } from './export-contact.ts';
import type { ExportedContact } from './ports.ts';

const cause = { correlationId: 'request-1' };
const at = new Date('2026-11-22T10:00:00Z');
const suppression = { scope: { kind: 'everything' }, isSuppressed: true, at } as const;
const states = ['accepted', 'refused', 'suppressed', 'unknown', 'claimed', 'left'] as const;
/** Each offset in the state of its number. */
const chunk: Ledger = {
  ...untouchedChunk(10, 'content'),
  ...Object.fromEntries(states.map((state, offset) => [state, bitmapOf(10, [offset])])),
  rev: 1,
  writeId: 'w',
};

const setUp = () => {
  const told: ExportedContact[] = [];
  const exportContact = makeExportContact({
    suppressions: { of: async () => [suppression] },
    ledgers: { read: async ({ runId }) => (runId === 'run_unknown' ? undefined : chunk) },
    answers: { contactExported: async (held) => void told.push(held) },
  });
  return { told, exportContact };
};
const request = { exportId: 'exp_1', contactId: 'ada', part: 1, mailings: [] };

it('tells the state of each mail, and nothing of runs that were never released', async () => {
  const { told, exportContact } = setUp();
  const mailings = [...states, 'pending'].map((runId, offset) => ({ runId, chunk: 0, offset }));

  await exportContact({ ...request, mailings: [...mailings, { runId: 'run_unknown', chunk: 0, offset: 0 }] }, cause);

  expect(told[0]?.mailings).toEqual([...states, 'pending'].map((state) => ({ runId: state, state })));
});

it('tells all of a long part, in its order', async () => {
  const { told, exportContact } = setUp();
  const mailings = Array.from({ length: 60 }, (_, n) => ({ runId: `run_${n}`, chunk: 0, offset: 9 }));

  await exportContact({ ...request, mailings }, cause);

  expect(told[0]?.mailings.map(({ runId }) => runId)).toEqual(mailings.map(({ runId }) => runId));
});

it('tells once what is held by contact', async () => {
  const { told, exportContact } = setUp();

  await exportContact(request, cause);
  await exportContact({ ...request, part: 2 }, cause);

  expect(told).toEqual([
    { exportId: 'exp_1', contactId: 'ada', part: 1, suppressions: [suppression], mailings: [] },
    { exportId: 'exp_1', contactId: 'ada', part: 2, suppressions: [], mailings: [] },
  ]);
});
