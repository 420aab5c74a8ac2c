import { message } from '@bulkhead/contracts';
import { httpEvent, lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import type { ExportAnswer, ExportName } from '../application/export/ports.ts';
import type { ShownExport } from '../application/export/show-export.ts';
import { refuse, succeed } from '../domain/result.ts';
import { getContactExport } from './get-contact-export.ts';
import { onContactExport } from './on-contact-export.ts';
import { requestContactExport } from './request-contact-export.ts';

const at = '2026-11-22T10:00:00.000Z';
const cause = { correlationId: 'request-1' };
const name = { contactId: 'AAAAAAAAAAAAAAAAAAAAAA', exportId: 'exp_1' };
const edge = recordingEdge();

it.each([
  [succeed({ exportId: 'exp_1' }), 202, { exportId: 'exp_1' }],
  [refuse({ kind: 'contact_not_found' } as const), 404, { type: 'urn:bulkhead:problem:contact_not_found' }],
])('is begun on request: %j', async (outcome, status, body) => {
  const event = httpEvent({
    route: 'POST /api/audience/contacts/{contactId}/exports',
    path: { contactId: name.contactId },
  });

  const answer = await requestContactExport(async () => outcome, edge)(event, lambdaContext);

  expect(answer.statusCode).toBe(status);
  expect(JSON.parse(answer.body ?? '')).toMatchObject(body);
});

const contact = {
  contactId: name.contactId,
  address: 'ada@example.com',
  fields: {},
  lists: {},
  saidAt: at,
  revision: 1,
};
const shown: ShownExport = {
  at,
  missing: [],
  ours: { card: { contact, suppressed: undefined, lists: [] }, history: [], events: [] },
  mailings: [{ runId: 'run_1', chunk: 0, offset: 1 }],
  theirs: new Map([
    ['dispatch', { mailings: [{ runId: 'run_1', state: 'accepted' }] }],
    ['feedback', { mailings: [{ runId: 'run_1', outcomes: ['opened'] }] }],
  ]),
};

it.each([
  [[], 'complete'],
  [['dispatch' as const], 'gathering'],
])('is shown with those who are missing: %j', async (missing, status) => {
  const event = httpEvent({ route: 'GET /api/audience/contacts/{contactId}/exports/{exportId}', path: name });

  const answer = await getContactExport(async () => ({ ...shown, missing }), edge)(event, lambdaContext);

  expect(JSON.parse(answer.body ?? '')).toMatchObject({
    exportId: 'exp_1',
    status,
    missing,
    requestedAt: at,
    data: {
      audience: { address: 'ada@example.com', mailings: [{ runId: 'run_1' }] },
      dispatch: { mailings: [{ runId: 'run_1', state: 'accepted' }] },
      feedback: { mailings: [{ runId: 'run_1', outcomes: ['opened'] }] },
    },
  });
});

it('is not found when it is over, or of somebody who was erased', async () => {
  const event = httpEvent({ route: 'GET /api/audience/contacts/{contactId}/exports/{exportId}', path: name });

  const answer = await getContactExport(async () => undefined, edge)(event, lambdaContext);

  expect([answer.statusCode, JSON.parse(answer.body ?? '').type]).toEqual([
    404,
    'urn:bulkhead:problem:export_not_found',
  ]);
});

it('asks the others, and keeps what they answer', async () => {
  const asked: ExportName[] = [];
  const kept: ExportAnswer[] = [];
  const handler = onContactExport(
    {
      askOthers: async (which) => void asked.push(which),
      exports: { keep: async (answer) => void kept.push(answer) },
    },
    edge,
  );
  const about = { id: 'm', time: new Date(at), cause };
  const suppressions = [{ scope: { kind: 'everything' }, isSuppressed: true, at }];

  await handler(
    sqsEvent(
      message({ ...about, type: 'export_contact.v1', source: 'audience', data: { ...name, at } }),
      message({
        ...about,
        type: 'dispatch.contact_exported.v1',
        source: 'dispatch',
        data: { ...name, part: 1, suppressions, mailings: [] },
      }),
      message({
        ...about,
        type: 'feedback.contact_exported.v1',
        source: 'feedback',
        data: { ...name, part: 2, mailings: [{ runId: 'run_1', outcomes: ['sent'] }] },
      }),
    ),
    lambdaContext,
  );

  expect(asked).toEqual([name]);
  expect(kept).toEqual([
    { ...name, part: 1, service: 'dispatch', holdings: { suppressions, mailings: [] } },
    { ...name, part: 2, service: 'feedback', holdings: { mailings: [{ runId: 'run_1', outcomes: ['sent'] }] } },
  ]);
});
