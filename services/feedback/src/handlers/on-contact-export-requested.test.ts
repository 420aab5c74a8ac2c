import { message } from '@bulkhead/contracts';
import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import { onContactExportRequested } from './on-contact-export-requested.ts';

const time = new Date('2026-11-22T10:00:00Z');
const question = { exportId: 'exp_1', contactId: 'ada', part: 2, mailings: [{ runId: 'run_1', chunk: 3, offset: 4 }] };
const asked = (given: object) =>
  message({
    id: 'exp_1:requested:2',
    type: 'contact.export_requested.v1',
    source: 'audience',
    time,
    cause: { correlationId: 'request-1' },
    data: { ...question, at: time.toISOString(), parts: 2, ...given },
  });

it('is asked with what caused it, and parks what it cannot read', async () => {
  const questions: unknown[] = [];
  const edge = recordingEdge();
  const handler = onContactExportRequested(async (...call) => void questions.push(call), edge);

  await handler(sqsEvent(asked({}), asked({ part: 0 })), lambdaContext);

  expect(questions).toEqual([[question, { correlationId: 'request-1', causationId: 'exp_1:requested:2' }]]);
  expect(edge.parked).toEqual(['message_malformed']);
});
