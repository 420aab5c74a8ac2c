import { inMemoryBucket } from '@bulkhead/testing';

import { S3Confirmations } from './s3-confirmations.ts';
import { S3Objects } from './s3-objects.ts';
import { SpliceComposer } from './splice/splice-composer.ts';
import { decodeQuotedPrintable } from './splice/testing/decode-quoted-printable.ts';

const document = {
  version: 1,
  confirmationId: 'cnf_1',
  from: { name: '소식지', address: 'letters@news.example.com' },
  to: 'ada@example.com',
  subject: '{{ contact }} & <News>',
  html: '<p>{{ unsubscribe_url }} {% include "x" %} &amp; <a href="https://a.example/?b=1&#38;c">확인</a></p>',
  text: '{{ html }} {% raw %} & <확인>',
};

const setUp = async (stored: object) => {
  const bucket = inMemoryBucket('audience');
  await bucket.put('exchange/confirmations/cnf_1.json', {
    body: JSON.stringify(stored),
    contentType: 'application/json',
  });
  const confirmations = new S3Confirmations(new S3Objects((_, key) => bucket.get(key)));
  return (id = 'cnf_1') => confirmations.read(`s3://audience/exchange/confirmations/${id}.json`);
};

it('makes the mail exactly as it was written, whatever in it looks like a template', async () => {
  const { content, recipients } = await (await setUp(document))();
  const compose = new SpliceComposer(() => new Date(0)).compile(content);

  const composed = await compose(
    { contactId: 'confirmation', token: '', address: '', fields: {}, ...recipients[0] },
    'cnf_1.0',
  );

  const raw = composed.kind === 'mail' ? Buffer.from(composed.raw).toString('latin1') : '';
  const decoded = decodeQuotedPrintable(raw);
  expect(composed).toMatchObject({ kind: 'mail', to: 'ada@example.com', from: 'letters@news.example.com' });
  expect(decoded).toContain(document.html);
  expect(decoded).toContain(document.text);
  expect(raw).toContain('Subject: {{ contact }} & <News>\r\n');
  expect(raw).not.toContain('List-Unsubscribe');
});

it.each([
  ['is gone', document, 'cnf_9', 'confirmation_missing'],
  ['is none', { ...document, to: '' }, 'cnf_1', 'confirmation_malformed'],
])('gives up a mail that %s', async (_, stored, id, code) => {
  const read = await setUp(stored);

  await expect(read(id)).rejects.toMatchObject({ name: 'PermanentError', code });
});
