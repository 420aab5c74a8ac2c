import { RecordDeedV1 } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { SqsDeeds } from './sqs-deeds.ts';

const deed = {
  at: new Date('2026-11-22T10:00:00Z'),
  operation: 'DELETE /api/campaigns/templates/{templateId}',
  subject: { templateId: 'tpl_1' },
  person: { sub: 'arthur', name: 'Arthur Author' },
  status: 204,
  requestId: 'request-1',
  correlationId: 'order-4711',
};

it('tells console in the words of the contract, and the same deed twice under one id', async () => {
  const sent: object[] = [];
  const deeds = new SqsDeeds({ send: async (commands) => void sent.push(...commands) }, 'campaigns');

  await deeds.record(deed);
  await deeds.record(deed);

  const [first, second] = sent.map((command) => z.parse(RecordDeedV1, command));
  expect(first).toMatchObject({
    id: 'deed:request-1',
    source: '/bulkhead/campaigns',
    correlationid: 'order-4711',
    data: { at: '2026-11-22T10:00:00.000Z', service: 'campaigns', subject: { templateId: 'tpl_1' }, status: 204 },
  });
  expect(second).toEqual(first);
});
