import { readFile } from 'node:fs/promises';

import { type Client, givenCampaign, untilEnded, untilReported, whenImported, whenLaunched } from '@bulkhead/e2e';
import * as z from 'zod/mini';

const Listed = z.object({ listId: z.string() });
const Segmented = z.object({ segmentId: z.string() });
const Formed = z.object({ formId: z.string() });
const Found = z.object({ items: z.array(z.object({ contactId: z.string() })) });
const Templates = z.object({ items: z.array(z.object({ templateId: z.string() })) });

/** Something of everything that the console shows: its ids. */
export interface World {
  readonly listId: string;
  readonly importId: string;
  readonly contactId: string;
  readonly segmentId: string;
  readonly formId: string;
  readonly templateId: string;
  readonly draftId: string;
  readonly campaignId: string;
  readonly runId: string;
}

const NAMES = ['김하늘', '이서준', 'Marta Nowak', 'Liam Byrne', '박지우', 'Amélie Roux', '최민서', 'Jonas Weber'];
const CITIES = ['서울', '부산', 'Kraków', 'Dublin', 'Lyon', 'Hamburg'];

/** People whose mails arrive, but for a few that come back and one who complains. */
const peopleCsv = (size: number): Buffer => {
  const mailbox = (n: number): string => {
    if (n % 40 === 39) return 'bounce';
    return n === 17 ? 'complaint' : 'success';
  };
  const rows = Array.from({ length: size }, (_, n) =>
    [
      `${mailbox(n)}+${n}@simulator.amazonses.com`,
      NAMES[n % NAMES.length],
      CITIES[n % CITIES.length],
      n % 3 === 0 ? 'pro' : 'free',
      n * 7,
    ].join(','),
  );
  return Buffer.from(['email,name,city,plan,points', ...rows].join('\r\n'));
};

/** Makes it all through the HTTP APIs, and waits until a campaign has been sent and reported. */
export const givenWorld = async (client: Client): Promise<World> => {
  const { listId } = await client.call('POST /api/audience/lists', Listed, { name: '뉴스레터 구독자 · Newsletter' });
  const { importId } = await imported(client, listId);
  const rule = { combinator: 'and', rules: [{ field: 'plan', operator: '=', value: 'pro' }] };
  const { segmentId } = await client.call('POST /api/audience/segments', Segmented, { name: 'Pro members', rule });
  const { formId } = await client.call('POST /api/audience/forms', Formed, {
    name: 'Footer of the website',
    listId,
    origins: ['https://www.example.org'],
    fields: ['name'],
    doubleOptIn: true,
    language: 'en',
    sender: { name: 'Bulkhead', address: 'letters@news.example.com' },
    texts: { subject: 'Please confirm', consent: 'I would like to get the newsletter.' },
  });
  await givenPicture(client);
  const campaignId = await givenCampaign(client, listId);
  const draftId = await givenCampaign(client, listId, { segments: [segmentId] });
  const runId = await whenLaunched(client, campaignId);
  await untilEnded(client, runId);
  await untilReported(client, runId);

  const [found, templates] = await Promise.all([
    client.call('GET /api/audience/contacts?prefix=success%2B1', Found),
    client.call('GET /api/campaigns/templates', Templates),
  ]);
  const contactId = found.items[0]?.contactId ?? '';
  const templateId = templates.items[0]?.templateId ?? '';
  return { listId, importId, contactId, segmentId, formId, templateId, draftId, campaignId, runId };
};

const Announced = z.object({
  upload: z.object({ url: z.url(), headers: z.record(z.string(), z.string()) }),
});

/** A picture that mails load from the web. */
const givenPicture = async (client: Client): Promise<void> => {
  const bytes = await readFile(new URL('../../../../../docs/images/phone.png', import.meta.url));
  const body = { fileName: '겨울 신상품.png', contentType: 'image/png', size: bytes.length };
  const { upload } = await client.call('POST /api/campaigns/images', Announced, body);
  await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: new Uint8Array(bytes) });
};

const Imports = z.object({ items: z.array(z.object({ importId: z.string() })) });

const imported = async (client: Client, listId: string): Promise<{ readonly importId: string }> => {
  await whenImported(client, { listId, file: { fileName: 'people-2026.csv', bytes: peopleCsv(200) } });
  const { items } = await client.call(`GET /api/audience/imports?listId=${listId}`, Imports);
  return { importId: items[0]?.importId ?? '' };
};
