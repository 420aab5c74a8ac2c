import * as z from 'zod/mini';
import { type Platform, startPlatform } from '../../../scripts/lib/platform.ts';
import { Client, eventually, givenCampaign, signIn, whenImported } from '../src/index.ts';
import * as shape from '../src/shapes.ts';
import { peopleCsv } from './people.ts';

/** A whole platform of its own for a test file, one process per service, so that one of them can be killed. */
export const givenPlatform = async (
  basePort: number,
): Promise<{ readonly platform: Platform; readonly client: Client }> => {
  const platform = await startPlatform({ basePort, hosts: 'each', log: 'quiet' });
  const token = await signIn(`http://127.0.0.1:${basePort + 6}`);

  return { platform, client: new Client({ gateway: platform.gateway, token }) };
};

/** SES grants so many mails a second, and dispatch knows: it looks now, not within the minute in which it would by itself. */
export const givenRate = async ({ gateway, issuer }: Platform, maxSendRate: number): Promise<void> => {
  await change(`${gateway}/mailbox/api/settings`, { maxSendRate });
  await fetch(`${gateway}/2015-03-31/functions/dispatch-local-refreshQuota/invocations`, {
    method: 'POST',
    body: '{}',
  });
  const client = new Client({ gateway, token: await signIn(issuer) });
  await eventually(
    () => client.call('GET /api/dispatch/quota', Quota),
    (quota) => quota.maxSendRate === maxSendRate,
    { what: `dispatch to know that ${maxSendRate} mails a second are granted` },
  );
};

const Quota = z.object({ maxSendRate: z.number() });

/** SES throttles so many of a hundred mails from now on, whatever it says that it grants. */
export const whenThrottled = (gateway: string, throttlePercent: number): Promise<void> =>
  change(`${gateway}/mailbox/api/faults`, { throttlePercent });

const change = async (url: string, changes: Readonly<Record<string, number>>): Promise<void> => {
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(changes),
  });
};

/** A campaign to `size` people who are imported for it. */
export const givenCampaignTo = async (client: Client, size: number) => {
  const { addresses, ...file } = peopleCsv(size);
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: `People ${size}` });
  await whenImported(client, { listId, file });

  return { campaignId: await givenCampaign(client, listId), addresses };
};
