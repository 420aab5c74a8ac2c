import { ExportOutcomesV1 } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { SqsRunExportCommands } from './run-export-commands.ts';

it('asks for an export in a message that meets its contract, and is the same message when it is asked again', async () => {
  const sent: object[] = [];
  const commands = new SqsRunExportCommands({ send: async (some) => void sent.push(...some) });
  const request = { runId: 'run_1', exportId: 'exp_1', format: 'csv', at: '2026-11-22T10:00:00.000Z' } as const;
  const cause = { correlationId: 'chain-1', causationId: 'request-1' };

  await commands.build(request, cause);
  await commands.build(request, cause);

  const [first, second] = sent.map((command) => z.parse(ExportOutcomesV1, command));
  expect(first).toMatchObject({ correlationid: 'chain-1', causationid: 'request-1', data: request });
  expect(second).toEqual(first);
});
