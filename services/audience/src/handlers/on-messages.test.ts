import { message } from '@bulkhead/contracts';
import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import type { Outcome } from '../application/change-consent.ts';
import type { HeardBounce } from '../application/soft-bounces/hear-bounce.ts';
import type { ConsentEntry } from '../domain/consent-entry.ts';
import { refuse, succeed } from '../domain/result.ts';
import { onChangeConsent } from './on-change-consent.ts';
import { onRecipientOutcome } from './on-recipient-outcome.ts';
import { onWriteContacts } from './on-write-contacts.ts';

const time = new Date('2026-11-21T10:00:00Z');
const at = time.toISOString();
const cause = { correlationId: 'request-1' };
const contactId = 'AAAAAAAAAAAAAAAAAAAAAA';
const seen = { runId: 'run_1', chunk: 0, offset: 7, contactId };

describe('onRecipientOutcome', () => {
  const bounced = (kind: string, category?: string) =>
    message({
      id: `b:${kind}`,
      type: 'recipient.bounced.v1',
      source: 'feedback',
      time,
      cause,
      data: { ...seen, kind, ...(category && { category }), at: '2026-11-21T10:00:00Z' },
    });
  const setUp = () => {
    const recorded: Outcome[] = [];
    const heard: HeardBounce[] = [];
    const edge = recordingEdge();
    const useCases = {
      recordOutcome: async (outcome: Outcome) => void recorded.push(outcome),
      hearBounce: async (bounce: HeardBounce) => void heard.push(bounce),
    };
    return { recorded, heard, edge, handler: onRecipientOutcome(useCases, edge) };
  };
  const complained = message({
    id: 'c',
    type: 'recipient.complained.v1',
    source: 'feedback',
    time,
    cause,
    data: { ...seen, at },
  });

  it('records permanent bounces and complaints, and hears of the other bounces', async () => {
    const { recorded, heard, edge, handler } = setUp();

    await handler(
      sqsEvent(
        bounced('permanent', 'domain_dead'),
        bounced('transient', 'mailbox_full'),
        bounced('undetermined'),
        complained,
      ),
      lambdaContext,
    );

    expect(recorded).toEqual([
      { contactId, runId: 'run_1', at, reason: 'hard_bounce', category: 'domain_dead' },
      { contactId, runId: 'run_1', at, reason: 'complaint' },
    ]);
    expect(heard).toEqual([
      { contactId, runId: 'run_1', at, category: 'mailbox_full', isUndetermined: false },
      { contactId, runId: 'run_1', at, isUndetermined: true },
    ]);
    expect(edge.parked).toEqual([]);
  });

  it('parks what it cannot read and goes on', async () => {
    const { recorded, edge, handler } = setUp();

    await handler(sqsEvent(bounced('soft'), { type: 'recipient.engaged.v1' }, complained), lambdaContext);

    expect(edge.parked).toEqual(['message_malformed', 'message_malformed']);
    expect(recorded).toHaveLength(1);
  });
});

describe('onChangeConsent', () => {
  const evidence = { by: 'member', how: 'api', member: 'grace' };
  const command = (change: string) =>
    message({
      id: `x:${change}`,
      type: 'change_consent.v1',
      source: 'audience',
      time,
      cause,
      data: {
        contactId,
        scope: { kind: 'everything' },
        change,
        reason: 'manual',
        at: '2026-11-21T10:00:00Z',
        ...(change === 'suppress' && { evidence }),
      },
    });

  it('records both directions, at the instant of the wish, with the cause', async () => {
    const said: [ConsentEntry, unknown][] = [];
    const handler = onChangeConsent(
      { changeConsent: async (entry, why) => void said.push([entry, why]), eraseContact: async () => {} },
      recordingEdge(),
    );

    await handler(sqsEvent(command('suppress'), command('reinstate')), lambdaContext);

    const about = { contactId, scope: { kind: 'everything' }, at };
    expect(said).toEqual([
      [
        { said: { ...about, isSuppressed: true, reason: 'manual' }, evidence },
        { correlationId: 'request-1', causationId: 'x:suppress' },
      ],
      [{ said: { ...about, isSuppressed: false } }, { correlationId: 'request-1', causationId: 'x:reinstate' }],
    ]);
  });
});

describe('onWriteContacts', () => {
  const command = message({
    id: 'w',
    type: 'write_contacts.v1',
    source: 'audience',
    time,
    cause,
    data: { importId: 'imp_1', listId: 'lst_1', attempt: 'a-0', chunk: 2, rows: 's3://bucket/chunk', count: 5 },
  });

  it('says when an import is finished', async () => {
    const edge = recordingEdge();

    await onWriteContacts(async () => succeed('finished'), edge)(sqsEvent(command), lambdaContext);

    expect(edge.codes).toContain('import_finished');
  });

  it('parks a chunk of an import that nobody knows', async () => {
    const edge = recordingEdge();

    await onWriteContacts(async () => refuse({ kind: 'import_not_found' }), edge)(sqsEvent(command), lambdaContext);

    expect(edge.parked).toEqual(['import_not_found']);
  });
});
