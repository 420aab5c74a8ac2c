import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { makeDeleteSender, makePutSender } from '../application/senders.ts';
import { InMemorySenders } from '../testing/in-memory.ts';
import { korean } from '../testing/world.ts';
import { deleteSender } from './delete-sender.ts';
import { getSender } from './get-sender.ts';
import { listSenders } from './list-senders.ts';
import { putSender } from './put-sender.ts';

const { id: senderId, version: _, ...body } = korean;

const setUp = () => {
  const senders = new InMemorySenders(korean);
  const edge = recordingEdge();
  const put = putSender(makePutSender({ senders }), edge);
  const remove = deleteSender(makeDeleteSender({ senders }), edge);
  const event = (id: string, version: string | undefined, given?: unknown) =>
    httpEvent({
      route: 'PUT /api/campaigns/senders/{senderId}',
      path: { senderId: id },
      ...(version !== undefined && { headers: { 'if-match': version } }),
      body: given,
    });
  return {
    put: (id: string, version: string | undefined, given: unknown = body) =>
      put(event(id, version, given), lambdaContext),
    remove: (id: string, version?: string) => remove(event(id, version), lambdaContext),
    get: (id: string) => getSender(senders, edge)(event(id, undefined), lambdaContext),
    list: () => listSenders(senders, edge)(httpEvent({ route: 'GET /api/campaigns/senders' }), lambdaContext),
  };
};
const parsed = (text: string | undefined): unknown => JSON.parse(text ?? 'null');

it('sets a sender up under an id of people’s choice, and shows it', async () => {
  const { put, get, list } = setUp();

  const answer = await put('events', undefined, { ...body, name: 'Events' });

  expect(answer).toMatchObject({ statusCode: 201, headers: { etag: '"1"' } });
  expect(parsed((await get('events')).body)).toEqual({ ...body, senderId: 'events', version: 1, name: 'Events' });
  expect(parsed((await list()).body)).toMatchObject({ items: [{ senderId }, { senderId: 'events' }] });
});

it('changes a sender that whoever changes it has seen', async () => {
  const { put } = setUp();

  const answer = await put(senderId, '"1"', { ...body, subjectLabel: '[AD]' });

  expect(answer).toMatchObject({ statusCode: 200, headers: { etag: '"2"' } });
  expect(parsed(answer.body)).toMatchObject({ subjectLabel: '[AD]' });
});

it.each([
  ['nobody says what they have seen', senderId, undefined, 428],
  ['somebody else was first', senderId, '"2"', 412],
  ['it has been deleted meanwhile', 'gone', '"1"', 412],
])('changes nothing where %s', async (...[, id, version, statusCode]) => {
  expect(await setUp().put(id, version)).toMatchObject({ statusCode });
});

it.each([
  ['address', { address: 'letters' }],
  ['name', { name: 'Bank \u202Eknab' }],
  ['replyTo', { replyTo: 'a@b' }],
  ['subjectLabel', { subjectLabel: '{{ name }}' }],
  ['footerText', { footerText: 'Seoul {% if a %}' }],
  ['timeZone', { timeZone: 'Asia/Soul' }],
  ['timeZone', { timeZone: '+09:00' }],
])('refuses an unusable %s, and names it', async (field, given) => {
  const answer = await setUp().put('events', undefined, { ...body, ...given });

  expect(answer.statusCode).toBe(422);
  expect(parsed(answer.body)).toMatchObject({ errors: [{ field }] });
});

it('refuses a misspelt word', async () => {
  expect(await setUp().put('events', undefined, { ...body, subjectLable: '(광고)' })).toMatchObject({
    statusCode: 400,
  });
});

it('deletes a sender once, and only as it was seen', async () => {
  const { remove, get } = setUp();

  const answers = [await remove(senderId), await remove(senderId, '"1"'), await remove(senderId, '"1"')];

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([428, 204, 404]);
  expect(await get(senderId)).toMatchObject({ statusCode: 404 });
});
