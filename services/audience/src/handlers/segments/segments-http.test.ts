import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { makeChangeSegment, makeCreateSegment, makeDeleteSegment } from '../../application/segments/segments.ts';
import { succeed } from '../../domain/result.ts';
import { InMemoryAttributes } from '../../testing/in-memory-attributes.ts';
import { InMemoryLists } from '../../testing/in-memory-people.ts';
import { countingIds } from '../../testing/in-memory-platform.ts';
import { InMemorySegments } from '../../testing/in-memory-segments.ts';
import { changeSegment } from './change-segment.ts';
import { createSegment } from './create-segment.ts';
import { deleteSegment } from './delete-segment.ts';
import { getSegment } from './get-segment.ts';
import { listSegments } from './list-segments.ts';
import { previewAudience } from './preview-audience.ts';

const at = '2026-11-22T10:00:00.000Z';
const later = '2026-11-23T10:00:00.000Z';
const rule = { combinator: 'and', rules: [{ field: 'age', operator: '>', value: 30 }] };
const edge = recordingEdge();

const setUp = () => {
  let now = at;
  const segments = new InMemorySegments();
  const needs = {
    segments,
    fields: new InMemoryAttributes({ name: 'age', type: 'number' }),
    lists: new InMemoryLists({ listId: 'lst_1', name: 'Letters', createdAt: at }),
    ids: countingIds(),
    clock: { now: () => new Date(now) },
  };
  const handlers = {
    POST: createSegment(makeCreateSegment(needs), edge),
    PUT: changeSegment(makeChangeSegment(needs), edge),
    DELETE: deleteSegment(makeDeleteSegment(needs), edge),
    GET: getSegment(segments, edge),
  };
  const call = async (
    method: keyof typeof handlers,
    { segmentId, ...rest }: { segmentId?: string; body?: unknown; headers?: Record<string, string> } = {},
  ) => {
    const path = segmentId === undefined ? {} : { path: { segmentId } };
    const route = `${method} /api/audience/segments${segmentId === undefined ? '' : '/{segmentId}'}`;
    const answer = await handlers[method](httpEvent({ route, ...path, ...rest }), lambdaContext);
    return { ...answer, body: JSON.parse(answer.body ?? 'null'), etag: answer.headers?.['etag'] };
  };
  const wait = () => {
    now = later;
  };
  return { call, wait, segments };
};

it('keeps a segment, with a version that a change is held against', async () => {
  const { call, wait } = setUp();
  const created = await call('POST', { body: { name: ' Over 30 ', rule } });
  const { segmentId } = created.body;
  wait();
  const younger = { ...rule, not: true };

  const changed = await call('PUT', {
    segmentId,
    body: { name: 'Others', rule: younger },
    headers: { 'if-match': '"1"' },
  });

  expect([created.statusCode, created.etag]).toEqual([201, '"1"']);
  expect(created.body).toEqual({ segmentId, name: 'Over 30', rule, createdAt: at, changedAt: at, version: 1 });
  expect([changed.statusCode, changed.etag]).toEqual([200, '"2"']);
  expect((await call('GET', { segmentId })).body).toEqual({
    segmentId,
    name: 'Others',
    rule: younger,
    createdAt: at,
    changedAt: later,
    version: 2,
  });
});

it('takes no change that does not say what it is based on, or that somebody else was faster with', async () => {
  const { call } = setUp();
  const body = { name: 'Over 30', rule };
  const { segmentId } = (await call('POST', { body })).body;
  await call('PUT', { segmentId, body, headers: { 'if-match': '"1"' } });

  const answers = [
    await call('PUT', { segmentId, body }),
    await call('PUT', { segmentId, body, headers: { 'if-match': '"1"' } }),
    await call('DELETE', { segmentId }),
    await call('DELETE', { segmentId, headers: { 'if-match': '"1"' } }),
    await call('PUT', { segmentId: 'seg_9', body, headers: { 'if-match': '"1"' } }),
  ];

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([428, 412, 428, 412, 404]);
});

it('deletes a segment, once or twice', async () => {
  const { call } = setUp();
  const { segmentId } = (await call('POST', { body: { name: 'Over 30', rule } })).body;

  const first = await call('DELETE', { segmentId, headers: { 'if-match': '"1"' } });
  const second = await call('DELETE', { segmentId, headers: { 'if-match': '"1"' } });

  expect([first.statusCode, second.statusCode]).toEqual([204, 204]);
  expect((await call('GET', { segmentId })).statusCode).toBe(404);
});

it('lists segments', async () => {
  const { call, segments } = setUp();
  await call('POST', { body: { name: 'Over 30', rule } });

  const event = httpEvent({ route: 'GET /api/audience/segments' });
  const answer = await listSegments(segments, edge)(event, lambdaContext);

  expect(JSON.parse(answer.body ?? '')).toMatchObject({ items: [{ name: 'Over 30', rule }] });
});

it('looks for segments by what is in their names', async () => {
  const { call, segments } = setUp();
  await call('POST', { body: { name: 'Over 30', rule } });
  await call('POST', { body: { name: 'Readers of spring', rule } });

  const event = httpEvent({ route: 'GET /api/audience/segments', query: { name: ' SPRING ' } });
  const answer = await listSegments(segments, edge)(event, lambdaContext);

  expect(JSON.parse(answer.body ?? '')).toEqual({ items: [expect.objectContaining({ name: 'Readers of spring' })] });
});

it('names the place, the field and the reason of everything that is wrong with a rule', async () => {
  const { call } = setUp();
  const rules = [
    { field: 'shoes', operator: '=', value: 1 },
    { combinator: 'or', rules: [{ field: 'age', operator: 'contains', value: 'x' }] },
    { field: 'age', operator: '=', value: 'old' },
    { field: 'age', operator: '~', value: 1 },
  ];

  const answers = [
    await call('POST', { body: { name: 'x', rule: { combinator: 'and', rules: rules.slice(0, 3) } } }),
    await call('POST', { body: { name: 'x', rule: { combinator: 'and', rules: rules.slice(3) } } }),
  ];

  expect(answers.map(({ statusCode, body }) => [statusCode, body.type])).toEqual([
    [422, 'urn:bulkhead:problem:rule_refused'],
    [422, 'urn:bulkhead:problem:rule_refused'],
  ]);
  expect(answers.flatMap(({ body }) => body.errors)).toMatchObject([
    {
      field: 'rule.rules[0]',
      rule: 'asks about "shoes", which no contact has: check how it is spelled, or import it first',
    },
    {
      field: 'rule.rules[1].rules[0]',
      rule: 'asks "age", which is a number: only =, !=, <, <=, >, >=, between, notBetween, in, notIn, null, notNull fit',
    },
    {
      field: 'rule.rules[2]',
      rule: 'needs a number, such as 1234.5, for "age"',
      code: 'value_unfit',
      values: { field: 'age', expected: 'a number, such as 1234.5' },
    },
    { field: 'rule.rules[0]', rule: 'has the operator "~", which there is not' },
  ]);
});

it('knows which lists there are', async () => {
  const { call } = setUp();
  const among = (...lists: readonly string[]) => ({
    combinator: 'and',
    rules: [{ combinator: 'or', rules: [{ field: 'list', operator: 'in', value: lists }] }],
  });

  const known = await call('POST', { body: { name: 'x', rule: among('lst_1') } });
  const unknown = await call('POST', { body: { name: 'x', rule: among('lst_1', 'lst_9') } });

  expect(known.statusCode).toBe(201);
  expect(unknown.body.errors).toMatchObject([
    { field: 'rule.rules[0].rules[0]', rule: 'names a list that does not exist', code: 'list_unknown' },
  ]);
});

const nested = (depth: number) => {
  let group: unknown = rule;
  for (let level = 0; level < depth; level += 1) group = { combinator: 'and', rules: [group] };
  return group;
};

it.each([
  [{ rule }, 400],
  [{ name: '', rule }, 400],
  [{ name: 'a\nb', rule }, 400],
  [{ name: 'x' }, 400],
  [{ name: 'x', rule: { combinator: 'and', rules: [] } }, 422],
  [{ name: 'x', rule: nested(6) }, 422],
  [{ name: 'x', rule: nested(300) }, 400],
  [{ name: 'x', rule: JSON.parse('['.repeat(3_000) + ']'.repeat(3_000)) }, 400],
  [{ name: 'x', rule: { ...rule, padding: 'x'.repeat(30_000) } }, 413],
])('refuses what is no segment: %#', async (body, status) => {
  const { call } = setUp();

  const answer = await call('POST', { body });

  expect(answer.statusCode).toBe(status);
});

describe('a preview', () => {
  const contact = { contactId: 'c', address: 'a@b.c', fields: { age: '31' }, lists: {}, saidAt: at, revision: 1 };
  const asked: unknown[] = [];
  const values = { missing: { city: 3 } };
  const preview = previewAudience(async (request) => {
    asked.push(request);
    return succeed({ count: 12, isExact: true, read: 20, sample: [contact], values });
  }, edge);
  const ask = async (body: unknown) => {
    const answer = await preview(httpEvent({ route: 'POST /api/audience/segments/preview', body }), lambdaContext);
    return { ...answer, body: JSON.parse(answer.body ?? 'null') };
  };

  it('refuses a misspelt word, for it would count those who are to be left out', async () => {
    const answer = await ask({ lists: ['lst_1'], exlude: ['lst_2'] });

    expect([answer.statusCode, answer.body.detail]).toEqual([400, expect.stringContaining('exlude')]);
    expect(asked).toEqual([]);
  });

  it('counts and shows some', async () => {
    const fields = { fields: ['city'], zoneField: 'zone' };
    const answer = await ask({ lists: ['lst_1'], segmentId: 'seg_1', segments: ['seg_2'], rule, ...fields });

    expect(answer.body).toEqual({
      count: 12,
      isExact: true,
      read: 20,
      sample: [{ contactId: 'c', address: 'a@b.c', fields: { age: '31' } }],
      missing: { city: 3 },
    });
    expect(asked).toEqual([
      expect.objectContaining({
        lists: ['lst_1'],
        segments: ['seg_1', 'seg_2'],
        excludeSegments: [],
        exclude: [],
        rule,
        values: fields,
      }),
    ]);
  });

  it.each([
    {},
    { lists: [] },
    { lists: ['seg_1'] },
    { lists: ['lst_1'], fields: [''] },
    { lists: ['lst_1'], fields: Array(101).fill('city') },
    { lists: ['lst_1'], segments: Array(11).fill('seg_1') },
  ])('is not made of %j', async (body) => {
    expect((await ask(body)).statusCode).toBe(400);
  });
});
