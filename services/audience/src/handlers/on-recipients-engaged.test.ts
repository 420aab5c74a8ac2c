import { message } from '@bulkhead/contracts';
import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import type { Engagement } from '../application/engagement/ports.ts';
import { onRecipientsEngaged } from './on-recipients-engaged.ts';

const data = { date: '2026-11-22', kind: 'clicked', contactIds: ['AAAAAAAAAAAAAAAAAAAAAA'] } as const;
const engaged = (given: unknown) =>
  message({
    id: 'e',
    type: 'recipients.engaged.v1',
    source: 'feedback',
    time: new Date('2026-11-22T10:00:00Z'),
    cause: { correlationId: 'engaged:2026-11-22' },
    data: given,
  });

it('notes who engaged, and parks what it cannot read', async () => {
  const noted: Engagement[] = [];
  const edge = recordingEdge();
  const handler = onRecipientsEngaged({ note: async (engagement) => void noted.push(engagement) }, edge);

  await handler(sqsEvent(engaged(data), engaged({ ...data, date: 'yesterday' })), lambdaContext);

  expect(noted).toEqual([data]);
  expect(edge.parked).toEqual(['message_malformed']);
});
