import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { makePreviewTemplate } from '../application/preview-template.ts';
import { liquidChecker as checker, liquidRenderer as renderer } from '../testing/real.ts';
import { previewTemplate } from './preview-template.ts';

const route = 'POST /api/campaigns/templates/preview';
const preview = previewTemplate(makePreviewTemplate({ checker, renderer }), recordingEdge());
const ask = async (body: unknown) => {
  const answer = await preview(httpEvent({ route, body }), lambdaContext);
  return { status: answer.statusCode, body: JSON.parse(answer.body ?? 'null') };
};

it('shows content that nobody has saved, as a contact would get it', async () => {
  const answer = await ask({
    subject: 'Hello {{ name }}',
    html: '<p>{{ city }}</p><a href="{{ unsubscribe_url }}">Leave</a>',
    fields: { name: 'Ada', city: 'Seoul & Busan' },
  });

  expect(answer).toMatchObject({ status: 200, body: { subject: 'Hello Ada' } });
  expect(answer.body.html).toContain('<p>Seoul &amp; Busan</p>');
  expect(answer.body.html).toContain('https://example.com/unsubscribe');
  expect(answer.body.text).toContain('Seoul & Busan');
});

it('names the merge fields that the content uses, in every part', async () => {
  const answer = await ask({ subject: '{{ name }}', html: '<p>{{ city }}</p>', text: '{{ plan }}' });

  expect(answer.body.fields).toEqual(['city', 'name', 'plan']);
});

it('says where Liquid cannot be read', async () => {
  const answer = await ask({ subject: 'Hello', html: '<p>\n  {% foo %}</p>' });

  expect(answer.status).toBe(422);
  expect(answer.body.errors).toEqual([
    {
      field: 'html',
      rule: 'tag "foo" not found (line 2, column 3)',
      line: 2,
      column: 3,
      code: 'liquid',
      values: { message: 'tag "foo" not found', line: 2, column: 3 },
    },
  ]);
});

it('refuses what could not be saved either', async () => {
  const answer = await ask({ subject: 'Hello', html: 'a'.repeat(350_001) });

  expect(answer).toMatchObject({ status: 422, body: { type: 'urn:bulkhead:problem:content_too_large' } });
});
