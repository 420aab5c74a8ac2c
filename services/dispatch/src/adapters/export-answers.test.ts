import { DispatchContactExportedV1, type Message } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { SnsExportAnswers } from './export-answers.ts';

const at = new Date('2026-11-22T10:00:00Z');

it('says what is held as its contract has it, under an id that is made of the question', async () => {
  const said: Message[] = [];
  const answers = new SnsExportAnswers(
    { publish: async (...events) => void said.push(...events) },
    { now: () => at.getTime() },
  );

  await answers.contactExported(
    {
      exportId: 'exp_1',
      contactId: 'ada',
      part: 2,
      suppressions: [{ scope: { kind: 'list', listId: 'lst_1' }, isSuppressed: true, at }],
      mailings: [{ runId: 'run_1', state: 'pending' }],
    },
    { correlationId: 'request-1', causationId: 'question' },
  );

  expect(z.safeParse(DispatchContactExportedV1, said[0])).toMatchObject({ success: true });
  expect(said).toMatchObject([{ id: 'exp_1:dispatch:2', causationid: 'question', data: { part: 2 } }]);
});
