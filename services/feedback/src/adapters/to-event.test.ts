import { catalogue } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import type { Fact } from '../domain/fact.ts';
import { toEvent } from './to-event.ts';

const at = new Date('2026-11-21T10:00:00Z');
const recipient = { runId: 'run_1', chunk: 2, offset: 7, contactId: 'c-1', messageId: 'mail-1', at } as const;
const facts: readonly Fact[] = [
  { ...recipient, fact: 'recipient_bounced', bounce: { type: 'permanent', category: 'no_such_mailbox' } },
  { ...recipient, fact: 'recipient_bounced', bounce: { type: 'transient', category: 'mailbox_full' } },
  { ...recipient, fact: 'recipient_complained' },
  {
    fact: 'run_health_changed',
    runId: 'run_1',
    sent: 10,
    delivered: 8,
    hardBounced: 1,
    complained: 1,
    rejected: 2,
    delayed: 3,
    at,
  },
  {
    fact: 'receipts_reported',
    runId: 'run_1',
    chunk: 2,
    probe: 'probe-1',
    asOf: new Date('2026-11-21T09:58:00Z'),
    seen: Uint8Array.of(255, 15, 0, 0, 1),
    requestId: 'request-1',
    at,
  },
  { fact: 'recipients_engaged', date: '2026-11-21', kind: 'opened', contactIds: ['c-1', 'c-2'], at },
  {
    fact: 'contact_exported',
    exportId: 'exp_1',
    contactId: 'c-1',
    part: 1,
    mailings: [{ runId: 'run_1', campaignName: 'Autumn', startedAt: at, outcomes: ['sent'] }],
    causationId: 'request-1',
    at,
  },
];

describe('toEvent', () => {
  it.each(facts)('says $fact as its contract has it', (fact) => {
    const event = toEvent(fact, 'chain-1');

    expect(z.safeParse(catalogue[event.type].schema, event)).toMatchObject({ success: true });
    expect(event).toMatchObject({ source: '/bulkhead/feedback', correlationid: 'chain-1' });
  });

  it('is about a run, a day or a person', () => {
    const subjects = new Set(facts.map((fact) => toEvent(fact, 'chain-1').subject));

    expect([...subjects]).toEqual(['run_1', '2026-11-21', 'c-1']);
  });

  it('gives different facts different ids', () => {
    expect(facts.map((fact) => toEvent(fact, 'chain-1').id)).toEqual([
      'run_1:2:7:bounced:permanent',
      'run_1:2:7:bounced:transient',
      'run_1:2:7:complained',
      'run_1:health:10-8-1-1-2-3',
      'run_1:2:receipts-reported:1795255080000',
      expect.stringMatching(/^engaged:2026-11-21:opened:[\w-]{16}$/),
      'exp_1:feedback:1',
    ]);
  });

  it('says as of when receipts are known, in whose answer, and which in base64', () => {
    const report = facts.find(({ fact }) => fact === 'receipts_reported');

    expect(report && toEvent(report, 'chain-1')).toMatchObject({
      time: '2026-11-21T10:00:00.000Z',
      causationid: 'request-1',
      data: { probe: 'probe-1', asOf: '2026-11-21T09:58:00.000Z', seen: '/w8AAAE=' },
    });
  });

  it('names the worst domains and imports with the health of their run, where there are any', () => {
    const figures = { delivered: 4, hardBounced: 3, softBounced: 2, undetermined: 1, complained: 0, rejected: 0 };
    const worst = { domains: [{ name: 'typos.example', ...figures }], imports: [{ name: 'imp_1', ...figures }] };
    const sums = { sent: 9, delivered: 4, hardBounced: 3, complained: 0, rejected: 0, delayed: 0 };
    const health = { fact: 'run_health_changed', ...sums, at } as const;

    const event = toEvent({ ...health, runId: 'run_1', worst }, 'chain-1');

    const told = { delivered: 4, hardBounced: 3, complained: 0, rejected: 0 };
    expect(event.data).toMatchObject({
      worst: { domains: [{ domain: 'typos.example', ...told }], imports: [{ importId: 'imp_1', ...told }] },
    });
    expect(z.safeParse(catalogue[event.type].schema, event)).toMatchObject({ success: true });
  });

  it('gives the same fact the same id, whatever chain it is told in', () => {
    for (const fact of facts) expect(toEvent(fact, 'chain-2').id).toBe(toEvent(fact, 'chain-1').id);
  });
});
