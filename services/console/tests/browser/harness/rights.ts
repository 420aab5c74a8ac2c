import { type Client, eventually, givenCampaign, whenLaunched } from '@bulkhead/e2e';
import * as z from 'zod/mini';

import type { Role } from '../../../web/src/app/session/role.ts';
import { wordsIn } from './words.ts';

/** What people of every role are shown: a draft, a run under way, somebody on a list. */
export interface Stage {
  readonly campaignId: string;
  readonly runId: string;
  readonly contactId: string;
}

const Listed = z.object({ listId: z.string() });
const Known = z.object({ contactId: z.string() });
const Planned = z.object({ campaignId: z.string() });
const Plan = z.object({ name: z.string(), templateId: z.string(), listId: z.string(), from: z.looseObject({}) });
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const DAYS_UNTIL_IT_SENDS = 3;

export const givenStage = async (client: Client): Promise<Stage> => {
  const { listId } = await client.call('POST /api/audience/lists', Listed, { name: 'Everybody' });
  const person = { listId, address: 'somebody@deliver.example', fields: { name: 'Somebody' } };
  const { contactId } = await client.call('POST /api/audience/contacts', Known, person);
  const campaignId = await givenCampaign(client, listId);
  const runId = await givenRunUnderWay(client, campaignId);
  return { campaignId, runId, contactId };
};

/** It stays under way as long as the tests take: it waits for a day on which it may send. */
const givenRunUnderWay = async (client: Client, like: string): Promise<string> => {
  const plan = await client.call(`GET /api/campaigns/campaigns/${like}`, Plan);
  const days = [DAYS[(new Date().getUTCDay() + DAYS_UNTIL_IT_SENDS) % DAYS.length]];
  const window = { timeZone: 'UTC', days, from: '09:00', to: '18:00' };
  const { campaignId } = await client.call('POST /api/campaigns/campaigns', Planned, { ...plan, window });
  const runId = await whenLaunched(client, campaignId);
  await eventually(
    () => client.run(runId),
    ({ status }) => status === 'waiting',
    { what: 'the run to wait for its hours' },
  );
  return runId;
};

const State = {
  campaign: z.object({ status: z.string(), name: z.string() }),
  run: z.object({ status: z.string(), control: z.string() }),
  contact: z.object({ suppressed: z.optional(z.unknown()), fields: z.unknown() }),
  senders: z.object({ items: z.array(z.unknown()) }),
};

/** What the deeds below would change. */
export const stateOf = async (client: Client, { campaignId, runId, contactId }: Stage) => ({
  campaign: await client.call(`GET /api/campaigns/campaigns/${campaignId}`, State.campaign),
  run: await client.call(`GET /api/campaigns/runs/${runId}`, State.run),
  contact: await client.call(`GET /api/audience/contacts/${contactId}`, State.contact),
  senders: await client.call('GET /api/campaigns/senders', State.senders),
});

interface Offered {
  readonly path: string;
  readonly names: readonly (readonly [name: string, needs: Role])[];
}

const words = await wordsIn('en');

/** What the pages offer, and to whom. */
export const offeredOn = ({ campaignId, runId, contactId }: Stage): readonly Offered[] => [
  { path: '/campaigns', names: [[words.campaigns('new'), 'author']] },
  {
    path: `/campaigns/${campaignId}?step=check`,
    names: [
      [words.send('now'), 'sender'],
      [words.send('schedule'), 'sender'],
      [words.send('test'), 'author'],
      [words.campaigns('delete.button'), 'author'],
    ],
  },
  {
    path: `/runs/${runId}`,
    names: [
      [words.deeds('hold'), 'sender'],
      [words.deeds('cancel'), 'sender'],
    ],
  },
  {
    path: `/audience/contacts/${contactId}`,
    names: [
      [words.contacts('mail.unsubscribeAll'), 'author'],
      [words.contacts('export.do'), 'author'],
      [words.contacts('erase.do'), 'administrator'],
    ],
  },
  { path: '/campaigns/senders', names: [[words.senders('new'), 'administrator']] },
];

interface Deed {
  readonly needs: Role;
  readonly route: string;
  readonly body?: unknown;
}

/** What these buttons, and the pages that are closed, ask of the services. */
export const deedsOn = ({ campaignId, runId, contactId }: Stage): readonly Deed[] => {
  const sender = { name: 'Somebody else', address: 'letters@news.example.com', timeZone: 'UTC' };
  const campaign = `/api/campaigns/campaigns/${campaignId}`;
  return [
    { needs: 'author', route: `DELETE ${campaign}` },
    { needs: 'author', route: `POST ${campaign}/test-sends`, body: { to: ['me@deliver.example'] } },
    { needs: 'author', route: `POST /api/audience/contacts/${contactId}/unsubscribe`, body: {} },
    { needs: 'author', route: `POST /api/audience/contacts/${contactId}/exports` },
    { needs: 'sender', route: `POST ${campaign}/launch` },
    { needs: 'sender', route: `POST ${campaign}/schedule`, body: { sendAt: '2099-01-01T00:00:00Z' } },
    { needs: 'sender', route: `POST /api/campaigns/runs/${runId}/hold` },
    { needs: 'sender', route: `POST /api/campaigns/runs/${runId}/cancel` },
    { needs: 'administrator', route: `DELETE /api/audience/contacts/${contactId}` },
    { needs: 'administrator', route: 'PUT /api/campaigns/senders/somebody-else', body: sender },
    { needs: 'administrator', route: 'GET /api/console/dead-letters' },
    { needs: 'administrator', route: 'GET /api/console/audit' },
  ];
};
