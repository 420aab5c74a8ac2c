import { catalogue } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { ExportEvents, SqsExportCommands } from './export-messages.ts';

const at = '2026-11-22T10:00:00.000Z';
const cause = { correlationId: 'request-1' };
const name = { contactId: 'AAAAAAAAAAAAAAAAAAAAAA', exportId: 'exp_1' };

it('says what the contracts have, under ids that are made of the export', async () => {
  const said: object[] = [];
  const commands = new SqsExportCommands({ send: async (some) => void said.push(...some) });
  const events = new ExportEvents({ publish: async (...some) => void said.push(...some) });

  await commands.gather({ ...name, at }, cause);
  const mailings = [{ runId: 'run_1', chunk: 0, offset: 1 }];
  await events.exportRequested({ ...name, at, part: 1, parts: 2, mailings }, cause);

  const [command, event] = said;
  expect(z.safeParse(catalogue['export_contact.v1'].schema, command)).toMatchObject({ success: true });
  expect(z.safeParse(catalogue['contact.export_requested.v1'].schema, event)).toMatchObject({ success: true });
  expect(said).toMatchObject([{ id: 'exp_1:export' }, { id: 'exp_1:requested:1', data: { mailings } }]);
});
