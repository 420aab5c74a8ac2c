import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { InMemoryDeadLetters, letter } from '../../tests/in-memory-dead-letters.ts';
import { makeListDeadLetters } from '../application/list-dead-letters.ts';
import { makeRedriveAll } from '../application/redrive-all.ts';
import { makeDiscardDeadLetter, makeRedriveDeadLetter } from '../application/settle-dead-letter.ts';
import { makeShowDeadLetters } from '../application/show-dead-letters.ts';
import { listDeadLetters } from './list-dead-letters.ts';
import { redriveAll } from './redrive-all.ts';
import { settleDeadLetter } from './settle-dead-letter.ts';
import { showDeadLetters } from './show-dead-letters.ts';

const RUNS = 'feedback-runs';
const LETTER = '/api/console/dead-letters/{queue}/letters/{messageId}';
const clock = { now: () => new Date('2026-11-22T11:00:00Z') };

const setUp = (letters = new InMemoryDeadLetters({ [RUNS]: [letter('m1'), letter('m2')] })) => {
  const edge = recordingEdge();
  const stores = { letters, redrives: letters, clock };
  const list = listDeadLetters(makeListDeadLetters(stores), edge);
  const show = showDeadLetters(makeShowDeadLetters(letters), edge);
  const all = redriveAll(makeRedriveAll(stores), edge);
  const redrive = settleDeadLetter(makeRedriveDeadLetter(stores), edge);
  const discard = settleDeadLetter(makeDiscardDeadLetter(letters), edge);
  const bodyOf = ({
    statusCode,
    body,
  }: {
    readonly statusCode?: number | undefined;
    readonly body?: string | undefined;
  }) => [statusCode, body === undefined ? undefined : JSON.parse(body)];

  return {
    letters,
    edge,
    list: async () => bodyOf(await list(httpEvent({ route: 'GET /api/console/dead-letters' }), lambdaContext)),
    show: async (queue: string, query = {}) =>
      bodyOf(
        await show(
          httpEvent({ route: 'GET /api/console/dead-letters/{queue}', path: { queue }, query }),
          lambdaContext,
        ),
      ),
    all: async (queue: string) =>
      bodyOf(
        await all(
          httpEvent({ route: 'POST /api/console/dead-letters/{queue}/redrive', path: { queue } }),
          lambdaContext,
        ),
      ),
    redrive: async (queue: string, messageId: string) =>
      bodyOf(await redrive(httpEvent({ route: `POST ${LETTER}/redrive`, path: { queue, messageId } }), lambdaContext)),
    discard: async (queue: string, messageId: string) =>
      bodyOf(await discard(httpEvent({ route: `POST ${LETTER}/discard`, path: { queue, messageId } }), lambdaContext)),
    showAs: async (role: 'viewer' | 'author' | 'sender') =>
      bodyOf(
        await show(
          httpEvent({ route: 'GET /api/console/dead-letters/{queue}', path: { queue: RUNS }, role }),
          lambdaContext,
        ),
      )[0],
  };
};

const problemOf = (code: string) => expect.objectContaining({ type: `urn:bulkhead:problem:${code}` });

it('lists queues with what waits in them, and where it says what to do', async () => {
  const { list } = setUp();

  expect(await list()).toEqual([
    200,
    {
      queues: [
        {
          queue: RUNS,
          service: 'feedback',
          messages: 2,
          hidden: 0,
          oldestAt: '2026-11-22T10:00:00.000Z',
          takesBack: true,
          mayBeDiscarded: true,
          runbook: 'docs/runbooks/feedback-runs-dlq.md',
        },
      ],
    },
  ]);
});

it('shows the messages of a queue, of long ones the beginning, and logs none of them', async () => {
  const long = { ...letter('m1'), body: 'x'.repeat(40_000), reason: { code: 'message_malformed', text: 'broken' } };
  const { show, edge } = setUp(new InMemoryDeadLetters({ [RUNS]: [long, letter('m2')] }));

  expect(await show(RUNS, { limit: '1' })).toEqual([
    200,
    {
      queue: RUNS,
      others: 1,
      letters: [
        {
          messageId: 'm1',
          sentAt: '2026-11-22T10:00:00.000Z',
          receives: 1,
          reason: { code: 'message_malformed', text: 'broken' },
          body: 'x'.repeat(32_768),
          isCut: true,
        },
      ],
    },
  ]);
  expect(JSON.stringify(edge.lines)).not.toContain('xxx');
});

it('is for administrators', async () => {
  const { showAs } = setUp();

  expect(await Promise.all([showAs('viewer'), showAs('author'), showAs('sender')])).toEqual([403, 403, 403]);
});

it.each(['0', '51', 'all'])('shows no %s messages', async (limit) => {
  const { show } = setUp();

  expect(await show(RUNS, { limit })).toEqual([400, problemOf('request_malformed')]);
});

it('settles one message, and records who did', async () => {
  const { redrive, discard, letters, edge } = setUp();

  expect(await redrive(RUNS, 'm1')).toEqual([204, undefined]);
  expect(await discard(RUNS, 'm2')).toEqual([204, undefined]);
  expect(letters.redriven).toEqual(['m1']);
  expect(letters.idsIn(RUNS)).toEqual([]);
  expect(edge.recordedDeeds.map(({ subject }) => subject)).toEqual([
    { queue: RUNS, messageId: 'm1' },
    { queue: RUNS, messageId: 'm2' },
  ]);
});

it('says what to do about what is not there, or cannot be given back', async () => {
  const { show, all, redrive, discard } = setUp(new InMemoryDeadLetters({ 'campaigns-schedules': [letter('m1')] }));

  expect(await show('nobody-knows')).toEqual([404, problemOf('queue_unknown')]);
  expect(await discard('campaigns-schedules', 'm9')).toEqual([404, problemOf('letter_not_there')]);
  expect(await redrive('campaigns-schedules', 'm1')).toEqual([409, problemOf('came_from_no_queue')]);
  expect(await all('campaigns-schedules')).toEqual([409, problemOf('came_from_no_queue')]);
});

it('removes no record of who did what, which could not be written down yet', async () => {
  const { discard, redrive, letters, edge } = setUp(new InMemoryDeadLetters({ 'console-audit': [letter('m1')] }));

  expect(await discard('console-audit', 'm1')).toEqual([409, problemOf('is_the_record')]);
  expect(letters.idsIn('console-audit')).toEqual(['m1']);
  expect(edge.recordedDeeds).toEqual([]);
  expect(await redrive('console-audit', 'm1')).toEqual([204, undefined]);
});

it('gives all back', async () => {
  const { all, letters } = setUp();

  expect(await all(RUNS)).toEqual([200, { moved: 2, isDone: true }]);
  expect(letters.redriven).toEqual(['m1', 'm2']);
});
