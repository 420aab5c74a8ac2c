import { type Platform, startPlatform } from '../../../scripts/lib/platform.ts';
import { Client, givenCampaign, signIn, whenImported } from '../src/index.ts';
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

/** SES's granted rate, in mails a second: dispatch follows within a minute, so tests set it before their first run. */
export const givenRate = async (gateway: string, maxSendRate: number): Promise<void> => {
  await fetch(`${gateway}/mailbox/api/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ maxSendRate }),
  });
};

/** A campaign to `size` people who are imported for it. */
export const givenCampaignTo = async (client: Client, size: number) => {
  const { addresses, ...file } = peopleCsv(size);
  const { listId } = await client.call('POST /api/audience/lists', shape.listCreated, { name: `People ${size}` });
  await whenImported(client, { listId, file });

  return { campaignId: await givenCampaign(client, listId), addresses };
};
