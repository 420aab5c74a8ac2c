import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import { DynamoDelayLog } from '../../src/adapters/dynamo-delay-log.ts';
import { DynamoEngagementJournal } from '../../src/adapters/dynamo-engagement-journal.ts';
import { DynamoFlowLog } from '../../src/adapters/dynamo-flow-log.ts';
import { DynamoLinkClicks } from '../../src/adapters/dynamo-link-clicks.ts';
import { DynamoOutcomes } from '../../src/adapters/dynamo-outcomes.ts';
import { DynamoProbes } from '../../src/adapters/dynamo-probes.ts';
import { DynamoRunLinks } from '../../src/adapters/dynamo-run-links.ts';
import { DynamoRunParts } from '../../src/adapters/dynamo-run-parts.ts';
import { DynamoRuns } from '../../src/adapters/dynamo-runs.ts';
import { DynamoSendJournal } from '../../src/adapters/dynamo-send-journal.ts';
import { makeFoldEngagement } from '../../src/application/fold-engagement.ts';
import { makeFoldOutcomes } from '../../src/application/fold-outcomes.ts';
import { makeFoldSending } from '../../src/application/fold-sending.ts';
import { makeNoteDelays } from '../../src/application/note-delays.ts';
import { makeTellEngagement } from '../../src/application/tell-engagement.ts';
import { makeWatchFlow } from '../../src/application/watch-flow.ts';
import { onSesEvents } from '../../src/handlers/on-ses-events.ts';
import { RecordingFacts } from '../in-memory.ts';
import { details, sesEvent, tagsOf } from '../ses-events.ts';
import { startTable, TABLE } from '../table.ts';

const CONTACT = 'Zr1Y0oV8yQ2mJxkW3nTb5g';
const clock = { now: () => new Date('2026-11-22T10:00:00Z') };
const bounds = { drainMs: 60_000, figuresMs: 60_000, hiddenMs: 190_000 };

let table: Awaited<ReturnType<typeof startTable>>;

beforeAll(async () => {
  table = await startTable();
});

afterAll(() => table.stop());

/** Every word of every item, bytes as what they spell. */
const everythingKept = async (): Promise<string> => {
  const { Items = [] } = await table.db.send(new ScanCommand({ TableName: TABLE }));
  return JSON.stringify(Items, (_, value: unknown) =>
    value instanceof Uint8Array
      ? [Buffer.from(value).toString('latin1'), Buffer.from(value).toString('base64url')]
      : value,
  );
};

it('keeps nothing under the name of a person, and of an address but its domain in the list of the run: so there is nothing to erase', async () => {
  const facts = new RecordingFacts();
  const outcomes = new DynamoOutcomes(table.db, TABLE);
  const foldOutcomes = makeFoldOutcomes({
    outcomes,
    journal: new DynamoSendJournal(table.db, TABLE, clock),
    runParts: new DynamoRunParts(table.db, TABLE),
    runs: new DynamoRuns(table.db, TABLE),
    facts,
    clock,
  });
  const foldSending = makeFoldSending({
    watchFlow: makeWatchFlow({ flowLog: new DynamoFlowLog(table.db, TABLE, bounds), clock, bounds }),
    foldOutcomes,
    noteDelays: makeNoteDelays({ delayLog: new DynamoDelayLog(table.db, TABLE), clock }),
    probes: new DynamoProbes(table.db, TABLE),
    clock,
  });
  const foldEngagement = makeFoldEngagement({
    journal: new DynamoEngagementJournal(table.db, TABLE),
    outcomes,
    linkClicks: new DynamoLinkClicks(table.db, TABLE),
    runLinks: new DynamoRunLinks(table.db, TABLE),
    tellEngagement: makeTellEngagement({ facts, clock, instantMs: 5_000 }),
    foldOutcomes,
    instantMs: 5_000,
  });
  const edge = recordingEdge();
  const events = Object.entries(details).map(([eventType, detail]) =>
    sesEvent({ eventType, detail, tags: { ...tagsOf('run_1', 2, 7), contact: [CONTACT] } }),
  );

  for (const foldEvents of [foldSending, foldEngagement]) {
    await onSesEvents({ foldEvents, strangers: { keep: async () => {} } }, edge)(sqsEvent(...events), lambdaContext);
  }

  const kept = await everythingKept();
  expect(facts.facts.map(({ fact }) => fact)).toEqual(
    expect.arrayContaining(['recipient_bounced', 'recipient_complained', 'recipients_engaged']),
  );
  expect(kept).toContain('OUT#bounced_permanent');
  expect(kept).toContain('ENGAGED#run_1');
  expect(kept).not.toContain(CONTACT);
  expect(kept).not.toContain(Buffer.from(CONTACT, 'base64url').toString('latin1'));
  expect(kept).not.toMatch(/minjun/);
  expect(kept).toContain('https://books.example/');
  expect(kept.replaceAll('https://books.example/', 'a link').split('books.example')).toHaveLength(2);
});
