import { gzipSync } from 'node:zlib';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const base = 4720,
  host = 'http://127.0.0.1:';
const creds = { region: 'eu-west-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
const s3 = new S3Client({ ...creds, endpoint: host + (base + 1), forcePathStyle: true });
const sqs = new SQSClient({ ...creds, endpoint: host + (base + 1) });
const run =
  'run_' + [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
const B = 'bulkhead-local-audience-000000000000';
const sizes = process.argv.slice(2).map(Number);
const put = async (Key, Body) => (await s3.send(new PutObjectCommand({ Bucket: B, Key, Body }))).ETag;
const chunks = [];
for (const [chunk, n] of sizes.entries()) {
  const rows =
    Array.from({ length: n }, (_, i) =>
      JSON.stringify({
        contactId: `c${chunk}_${i}`,
        address: i % 50 === 7 ? 'bounce@simulator.amazonses.com' : `someone${chunk}.${i}@example.com`,
        token: 'tok' + i,
        fields: { name: '김민수 ' + i },
      }),
    ).join('\n') + '\n';
  const key = `exchange/${run}/chunk-${String(chunk).padStart(5, '0')}.ndjson.gz`;
  chunks.push({ chunk, rows: `s3://${B}/${key}`, recipients: n, etag: await put(key, gzipSync(rows)) });
}
const manifest = {
  version: 1,
  runId: run,
  listId: 'lst_1',
  listName: '소식지 list',
  recipients: sizes.reduce((a, b) => a + b),
  fields: ['name'],
  unsubscribeUrl: host + base + '/api/audience/unsubscribe/',
  chunks,
};
await put(`exchange/${run}/manifest.json`, JSON.stringify(manifest));
await put(
  `exchange/${run}/content.json`,
  JSON.stringify({
    version: 1,
    runId: run,
    campaignId: 'cmp_x',
    listId: 'lst_1',
    from: { name: '불크헤드', address: 'news@example.com' },
    subject: '안녕 {{ name }}',
    html: '<h1>Hello {{ name }}</h1><p><a href="{{ unsubscribe_url }}">bye</a></p>',
    fields: ['name'],
  }),
);
const wave = (w, final = false, which = sizes.map((_, i) => i)) =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl: `${host}${base + 1}/000000000000/bulkhead-local-dispatch-waves`,
      MessageBody: JSON.stringify({
        specversion: '1.0',
        id: `${run}:wave:${w}`,
        source: '/bulkhead/campaigns',
        type: 'campaign_run.wave_released.v1',
        time: new Date().toISOString(),
        datacontenttype: 'application/json',
        correlationid: 'try-' + run,
        data: {
          runId: run,
          campaignId: 'cmp_x',
          wave: w,
          final,
          manifest: `s3://${B}/exchange/${run}/manifest.json`,
          content: `s3://${B}/exchange/${run}/content.json`,
          chunks: which,
        },
      }),
    }),
  );
const t0 = Date.now();
await wave(1);
const token = (
  await (
    await fetch(host + (base + 6) + '/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'me', client_secret: 'local' }),
    })
  ).json()
).access_token;
let last = '';
for (let i = 0; i < 240; i++) {
  const r = await fetch(`${host}${base}/api/dispatch/runs/${run}`, { headers: { authorization: 'Bearer ' + token } });
  const t = await r.text();
  if (t !== last) console.log(((Date.now() - t0) / 1000).toFixed(1), r.status, t);
  last = t;
  if (r.status === 200 && JSON.parse(t).pending === 0 && JSON.parse(t).claimed === 0) break;
  await new Promise((x) => setTimeout(x, 500));
}
console.log(
  await (await fetch(`${host}${base}/api/dispatch/quota`, { headers: { authorization: 'Bearer ' + token } })).text(),
);
console.log(await (await fetch(`${host}${base}/mailbox/api/summary?run=${run}`)).text());
