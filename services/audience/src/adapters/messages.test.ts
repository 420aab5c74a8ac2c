import {
  AudienceSnapshotFailedV1,
  AudienceSnapshotProgressedV1,
  AudienceSnapshotTakenV1,
  AwaitImportsV1,
  ChangeConsentV1,
  ContactErasedV1,
  ContactReinstatedV1,
  ContactSuppressedV1,
  EraseContactV1,
  TakeSnapshotPartV1,
  WriteContactsV1,
} from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { everything, ofList, type Said, whatStands } from '../domain/consent.ts';
import { clockAt } from '../testing/in-memory-platform.ts';
import { EventAnnouncements } from './announcements.ts';
import { SqsChunkCommands, SqsConsentCommands } from './commands.ts';
import { SqsErasureCommands } from './erasure-commands.ts';
import { SqsSnapshotCommands } from './snapshot-commands.ts';

const at = '2026-11-21T10:00:00.000Z';
const clock = clockAt(at);
const cause = { correlationId: 'request-1', causationId: 'message-1' };
const contactId = 'AAAAAAAAAAAAAAAAAAAAAA';
const suppressed: Said = { contactId, scope: ofList('lst_1'), at, isSuppressed: true, reason: 'unsubscribed' };
const reinstated: Said = { contactId, scope: everything, at, isSuppressed: false };

const setUp = () => {
  const said: { readonly id: string; readonly type: string }[] = [];
  const sent: object[] = [];
  const queue = { send: async (commands: readonly object[]) => void sent.push(...commands) };
  const delays: (number | undefined)[] = [];
  const snapshots = {
    send: async (commands: readonly object[], how?: { readonly delaySeconds?: number }) => {
      delays.push(how?.delaySeconds);
      sent.push(...commands);
    },
  };
  return {
    said,
    sent,
    delays,
    announcements: new EventAnnouncements({ publish: async (...events) => void said.push(...events) }, clock),
    chunkCommands: new SqsChunkCommands(queue, clock),
    consentCommands: new SqsConsentCommands(queue),
    erasureCommands: new SqsErasureCommands(queue),
    snapshotCommands: new SqsSnapshotCommands({ parts: queue, snapshots }, clock),
  };
};

it('tells of consents in the words of the contracts', async () => {
  const { announcements, said } = setUp();

  await announcements.consentChanged(whatStands(undefined, suppressed), cause);
  await announcements.consentChanged(whatStands(undefined, reinstated), cause);

  expect(z.parse(ContactSuppressedV1, said[0])).toMatchObject({
    id: `contact:${contactId}:lst_1:${at}:unsubscribed`,
    correlationid: 'request-1',
    causationid: 'message-1',
    data: { contactId, scope: { kind: 'list', listId: 'lst_1' }, reason: 'unsubscribed', at },
  });
  expect(z.parse(ContactReinstatedV1, said[1]).data).toEqual({ contactId, scope: { kind: 'everything' }, at });
});

it('tells of snapshots in the words of the contracts', async () => {
  const { announcements, said } = setUp();
  const excluded = { unsubscribed: 1, suppressed: 2, leftOut: 0 };
  const taken = { runId: 'run_1', manifest: 's3://bucket/manifest.json', recipients: 5, chunks: 2, excluded };

  await announcements.snapshotTaken(taken, cause);
  await announcements.snapshotProgressed('run_1', 3, cause);
  await announcements.snapshotFailed({ runId: 'run_1', attempt: 2, code: 'list_not_found', message: 'Gone.' }, cause);

  expect(z.parse(AudienceSnapshotTakenV1, said[0]).data).toEqual(taken);
  expect(z.parse(AudienceSnapshotProgressedV1, said[1]).data).toEqual({ runId: 'run_1', recipients: 3 });
  expect(z.parse(AudienceSnapshotFailedV1, said[2]).id).toBe('run_1:snapshot:2:failed');
});

const localTime = { at: '2026-12-01T09:00', field: 'zone', otherwise: 'Asia/Seoul' };

it('tells when the chunks of a snapshot may go out, where they may not at once', async () => {
  const { announcements, said } = setUp();
  const excluded = { unsubscribed: 0, suppressed: 0, leftOut: 0 };
  const departures = [{ firstChunk: 0, recipients: 5, notBefore: at }];
  const taken = { runId: 'run_1', manifest: 's3://bucket/manifest.json', recipients: 5, chunks: 2, excluded };

  await announcements.snapshotTaken({ ...taken, departures }, cause);

  expect(z.parse(AudienceSnapshotTakenV1, said[0]).data).toEqual({ ...taken, departures });
});

it('passes on by which clocks people are mailed', async () => {
  const { snapshotCommands, sent } = setUp();
  const asked = { runId: 'run_1', attempt: 1, fields: [], chunkSize: 1_000, firstChunkSize: 100, localTime } as const;
  const people = { lists: ['lst_1'], exclude: [], segments: [], excludeSegments: [] } as const;

  await snapshotCommands.takeParts(
    { uri: 's3://bucket/p', plan: { ...asked, ...people, attributes: [], at } },
    1,
    cause,
  );
  const later = { wait: { imports: ['imp_1'], since: at }, delaySeconds: 7 };
  await snapshotCommands.awaitImports({ ...asked, ...people }, later, cause);

  expect(z.parse(TakeSnapshotPartV1, sent[0]).data.localTime).toEqual(localTime);
  expect(z.parse(AwaitImportsV1, sent[1]).data.request.localTime).toEqual(localTime);
});

it('sends every shard of a snapshot to be taken, under an id that is the same each time', async () => {
  const { snapshotCommands, sent } = setUp();
  const request = { runId: 'run_1', attempt: 2, fields: ['name'], chunkSize: 1_000, firstChunkSize: 100 };
  const lists = { lists: ['lst_1', 'lst_2'], exclude: ['lst_3'] } as const;
  const selection = { segments: [], excludeSegments: [], attributes: [], at };

  await snapshotCommands.takeParts(
    { uri: 's3://bucket/plan.json', plan: { ...request, ...lists, ...selection } },
    3,
    cause,
  );

  const commands = sent.map((command) => z.parse(TakeSnapshotPartV1, command));
  expect(commands.map(({ id }) => id)).toEqual([0, 1, 2].map((shard) => `run_1:snapshot:2:part:${shard}`));
  expect(commands[2]?.data).toEqual({ ...request, ...lists, shard: 2, shards: 3, plan: 's3://bucket/plan.json' });
});

it('sends a snapshot to be looked at later, as it was asked for, and tells why', async () => {
  const { announcements, snapshotCommands, said, sent, delays } = setUp();
  const asked = { runId: 'run_1', attempt: 2, fields: ['name'], chunkSize: 1_000, firstChunkSize: 100 };
  const wait = { imports: ['imp_1'], since: at };
  const later = { wait, delaySeconds: 7 };

  await announcements.snapshotWaits({ runId: 'run_1', attempt: 2, waitsFor: 'Waits for "a.csv".' }, cause);
  const segments = { segments: ['seg_1'], excludeSegments: ['seg_2'] };
  await snapshotCommands.awaitImports(
    { ...asked, ...segments, lists: ['lst_1', 'lst_2'], exclude: ['lst_3'] },
    later,
    cause,
  );

  const progressed = z.parse(AudienceSnapshotProgressedV1, said[0]).data;
  expect(progressed).toEqual({ runId: 'run_1', recipients: 0, attempt: 2, waitsFor: 'Waits for "a.csv".' });
  const audience = { kind: 'list', listId: 'lst_1', lists: ['lst_2'], exclude: ['lst_3'], ...segments };
  expect(z.parse(AwaitImportsV1, sent[0]).data).toEqual({ ...wait, request: { ...asked, audience } });
  expect(delays).toEqual([7]);
});

it('tells of people who are erased, and sends them to be', async () => {
  const { announcements, erasureCommands, said, sent } = setUp();

  await announcements.contactErased(contactId, at, cause);
  await erasureCommands.erase(contactId, at, cause);

  expect(z.parse(ContactErasedV1, said[0]).data).toEqual({ contactId, at });
  expect(z.parse(EraseContactV1, sent[0]).data).toEqual({ contactId, at });
});

it('tells the same under the same id', async () => {
  const { announcements, said } = setUp();

  await announcements.consentChanged(whatStands(undefined, suppressed), cause);
  await announcements.consentChanged(whatStands(undefined, suppressed), { correlationId: 'request-2' });

  expect(said[0]?.id).toBe(said[1]?.id);
});

it('sends chunks to be written', async () => {
  const { chunkCommands, sent } = setUp();
  const name = { importId: 'imp_1', listId: 'lst_1', attempt: 'a-0', chunk: 3 };

  await chunkCommands.write([{ ...name, uri: 's3://bucket/chunk', contacts: 7 }], cause);

  expect(z.parse(WriteContactsV1, sent[0])).toMatchObject({
    id: 'imp_1:a-0:chunk:3',
    data: { ...name, rows: 's3://bucket/chunk', count: 7 },
  });
});

it.each([
  [suppressed, { change: 'suppress', reason: 'unsubscribed' }],
  [reinstated, { change: 'reinstate', reason: 'manual' }],
])('sends what was said about a consent, and how', async (said, data) => {
  const { consentCommands, sent } = setUp();
  const evidence = { by: 'contact', how: 'page', words: 'Leave?', runId: 'run_1' } as const;

  await consentCommands.change({ said, evidence }, cause);

  expect(z.parse(ChangeConsentV1, sent[0]).data).toEqual({ contactId, scope: said.scope, at, ...data, evidence });
});
