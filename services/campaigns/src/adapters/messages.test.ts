import { catalogue } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import type { Command } from '../application/ports.ts';
import type { RunFact } from '../domain/run-fact.ts';
import { toCommand } from './to-command.ts';
import { toEvent } from './to-event.ts';

const cause = { correlationId: 'chain-1', causationId: 'message-1' };
const time = new Date('2026-11-21T10:00:00Z');
const runId = 'run_0190a0b0c0d0e0f00102030405060708';
const campaignId = 'cmp_0190a0b0c0d0e0f00102030405060708';
const counts = { recipients: 10, accepted: 5, refused: 1, suppressed: 1, left: 1, unsent: 2 };
const test = 's3://bucket/exchange/tests/tst_1.json';

const facts: readonly (readonly [string, RunFact])[] = [
  [`${runId}:started`, { fact: 'run_started', runId, campaignId, campaignName: '11월 편지', listId: 'lst_1' }],
  [
    `${runId}:snapshot:2:requested`,
    {
      fact: 'snapshot_requested',
      runId,
      campaignId,
      attempt: 2,
      listId: 'lst_1',
      audience: { lists: ['lst_2'], exclude: ['lst_3'], segments: ['seg_1'], excludeSegments: ['seg_2'] },
      fields: ['이름'],
      localTime: { at: '2026-12-01T09:00', field: '시간대', otherwise: 'Asia/Seoul' },
    },
  ],
  [
    `${runId}:wave:7:released`,
    {
      fact: 'wave_released',
      runId,
      campaignId,
      attempt: 2,
      wave: { wave: 7, final: true, chunks: [1, 2], reconsider: ['refused'] },
      doubt: { policy: 'leave', settleMinutes: 60 },
      manifest: 's3://bucket/manifest.json',
      content: 's3://bucket/content.json',
    },
  ],
  [`${runId}:control:3`, { fact: 'control_changed', runId, control: 'hold', revision: 3, attempt: 2 }],
  [`${runId}:finished:1`, { fact: 'run_finished', runId, campaignId, attempt: 1, outcome: 'sent', ...counts }],
  [`${runId}:failed:2`, { fact: 'run_finished', runId, campaignId, attempt: 2, outcome: 'failed', ...counts }],
  ['tst_1:requested', { fact: 'test_requested', testId: 'tst_1', campaignId, test }],
];

const commands: readonly (readonly [string, Command])[] = [
  [`${campaignId}:launch:3`, { command: 'launch', campaignId, version: 3 }],
  [`${campaignId}:schedule:3:${time.toISOString()}`, { command: 'schedule', campaignId, version: 3, sendAt: time }],
  [
    `${campaignId}:schedule:3:2026-12-01T09:00:시간대:Asia/Seoul`,
    {
      command: 'schedule',
      campaignId,
      version: 3,
      sendAt: time,
      localTime: { at: '2026-12-01T09:00', field: '시간대', otherwise: 'Asia/Seoul' },
    },
  ],
  [`${campaignId}:unschedule:4`, { command: 'unschedule', campaignId, version: 4 }],
  [
    `${runId}:hold:request-1`,
    { command: 'change_control', runId, control: 'hold', attempt: 1, requestId: 'request-1' },
  ],
  [`${runId}:retry:2`, { command: 'retry', runId, attempt: 2 }],
  [`${runId}:complete:2`, { command: 'complete', runId, attempt: 2 }],
  [`${runId}:complete:2:suppressed`, { command: 'complete', runId, attempt: 2, reconsider: ['suppressed'] }],
  [`${runId}:complete:2:left:refused`, { command: 'complete', runId, attempt: 2, reconsider: ['left', 'refused'] }],
  ['tst_1:request', { command: 'request_test', testId: 'tst_1', campaignId, test }],
];

const schemaOf = (type: string) => Object.entries(catalogue).find(([name]) => name === type)?.[1].schema;
const meets = (message: { readonly type: string }) => {
  const schema = schemaOf(message.type);
  return schema !== undefined && z.safeParse(schema, JSON.parse(JSON.stringify(message))).success;
};

describe.each(facts)('the event %s', (id, fact) => {
  it('has an id that says what happened, and meets its contract', () => {
    const event = toEvent(fact, cause, time);

    expect(event.id).toBe(id);
    expect(event).toMatchObject({ source: '/bulkhead/campaigns', correlationid: 'chain-1', causationid: 'message-1' });
    expect(meets(event)).toBe(true);
  });
});

describe.each(commands)('the command %s', (id, command) => {
  it('has an id that says what was asked for, and meets its contract', () => {
    const sent = toCommand(command, cause, time);

    expect(sent.id).toBe(id);
    expect(meets(sent)).toBe(true);
  });
});

it('says whom a run mails, whom it does not, and by whose clocks', () => {
  const audience = { lists: ['lst_2'], exclude: ['lst_3'], segments: ['seg_1'], excludeSegments: ['seg_2'] };
  const about = { runId, campaignId, attempt: 1, listId: 'lst_1', fields: [] };

  const localTime = { at: '2026-12-01T09:00', field: '시간대', otherwise: 'Asia/Seoul' };

  const asked = [{ audience }, { localTime }].map(
    (given) => toEvent({ fact: 'snapshot_requested', ...about, ...given }, cause, time).data,
  );

  expect(asked).toMatchObject([
    { audience: { kind: 'list', listId: 'lst_1', ...audience } },
    { audience: { kind: 'list', listId: 'lst_1' }, localTime },
  ]);
});

it('says in seconds how long a run waits for what it is to be told of', () => {
  const wave = { wave: 1, final: false, chunks: [0] };
  const about = { runId, campaignId, attempt: 1, wave, manifest: 's3://bucket/m.json', content: 's3://bucket/c.json' };

  const released = [{ settleMinutes: 5 }, { policy: 'resend' as const }].map(
    (doubt) => toEvent({ fact: 'wave_released', ...about, doubt }, cause, time).data,
  );

  expect(released).toMatchObject([{ doubt: { settleSeconds: 300 } }, { doubt: { policy: 'resend' } }]);
});
