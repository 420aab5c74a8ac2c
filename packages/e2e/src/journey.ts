import * as z from 'zod/mini';

import { ApiError, type Client } from './client.ts';
import { eventually } from './eventually.ts';
import { outcomesOf } from './mailbox.ts';
import { newsletter } from './newsletter.ts';
import * as shape from './shapes.ts';

interface ListFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

const nothing = z.unknown();

/** Makes a list with one contact that has left it before anything is sent. */
export const givenListLeftBy = async (client: Client, address: string): Promise<string> => {
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: 'Newsletter' });
  const contact = { listId, address, fields: { name: 'Left Before' } };
  const { contactId } = await client.call('POST /api/audience/contacts', shape.contactCreated, contact);

  await client.call(`POST /api/audience/contacts/${contactId}/unsubscribe`, nothing, { listId });
  await untilSuppressed(client, contactId, 'unsubscribed');
  return listId;
};

/** Waits until a contact gets no mail any more, of any list or of one of his, for this reason. */
export const untilSuppressed = (client: Client, contactId: string, reason: string): Promise<shape.Contact> =>
  eventually(
    () => client.call(`GET /api/audience/contacts/${contactId}`, shape.contact),
    ({ suppressed, lists }) => [suppressed, ...lists.map(({ left }) => left)].some((each) => each?.reason === reason),
    { what: `the contact to be suppressed: ${reason}` },
  );

/** Whether audience knows nobody by this id any more: whoever is forgotten leaves their lists before. */
export const isGone = async (client: Client, contactId: string): Promise<boolean> => {
  try {
    await client.call(`GET /api/audience/contacts/${contactId}`, nothing);
    return false;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return true;
    throw error;
  }
};

/** Uploads a list file and waits for its import to end. `onProgress` hears of every answer on the way. */
export const whenImported = async (
  client: Client,
  { listId, file, onProgress }: { listId: string; file: ListFile; onProgress?: (status: shape.ImportStatus) => void },
): Promise<shape.ImportStatus> => {
  const importId = await client.upload(listId, file.fileName, file.bytes);
  return eventually(
    () => client.importOf(importId),
    (status) => {
      onProgress?.(status);
      return status.status === 'finished' || status.status === 'failed';
    },
    { what: `the import of ${file.fileName}`, atMost: 500_000 },
  );
};

/** Whom a campaign mails besides its list, and whom it leaves out. */
interface Audience {
  readonly lists?: readonly string[];
  readonly exclude?: readonly string[];
  readonly segments?: readonly string[];
  readonly excludeSegments?: readonly string[];
}

/** Writes the letter and a campaign that sends it to a list. */
export const givenCampaign = async (client: Client, listId: string, audience: Audience = {}): Promise<string> => {
  const { templateId } = await client.call('POST /api/campaigns/templates', shape.templateCreated, newsletter);
  const { campaignId } = await client.call('POST /api/campaigns/campaigns', shape.campaignCreated, {
    name: 'November letter',
    templateId,
    listId,
    audience,
    from: { name: '벌크헤드 Bulkhead', address: 'letters@news.example.com' },
    replyTo: 'hello@example.com',
  });
  return campaignId;
};

/** Launches a campaign; answers with the run's id. */
export const whenLaunched = async (client: Client, campaignId: string): Promise<string> => {
  const { runId } = await client.call(`POST /api/campaigns/campaigns/${campaignId}/launch`, shape.launched);
  return runId;
};

const ended: readonly string[] = ['sent', 'cancelled', 'failed'];

/** Waits for a run to end, one way or another. */
export const untilEnded = (client: Client, runId: string, atMost = 400_000): Promise<shape.Run> =>
  eventually(
    () => client.run(runId),
    ({ status }) => ended.includes(status),
    { what: `run ${runId} to end`, atMost },
  );

/**
 * Waits until the report says what the simulator knows: every delivery, bounce, complaint, open and click, and none twice.
 * @throws if the two never agree
 */
export const untilReported = (client: Client, runId: string): Promise<shape.Report> =>
  eventually(
    async () => {
      const { eventsPending, byOutcome } = await outcomesOf(client.gateway, runId);
      return { eventsPending, byOutcome, report: await client.report(runId) };
    },
    ({ eventsPending, byOutcome, report }) =>
      eventsPending === 0 &&
      report.delivered === byOutcome.delivered &&
      report.bounced === byOutcome.bounced + byOutcome.soft_bounced &&
      report.complained === byOutcome.complained &&
      report.opened === byOutcome.opened &&
      report.clicked === byOutcome.clicked,
    { what: `the report of run ${runId} to be complete` },
  ).then(({ report }) => report);
