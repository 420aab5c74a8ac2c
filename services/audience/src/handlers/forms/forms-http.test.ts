import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { makeCreateForm, makeDeleteForm, makeEditForm } from '../../application/forms/forms.ts';
import { formOf, InMemoryForms } from '../../testing/in-memory-forms.ts';
import { InMemoryLists } from '../../testing/in-memory-people.ts';
import { clockAt, countingIds } from '../../testing/in-memory-platform.ts';
import { createForm } from './create-form.ts';
import { deleteForm } from './delete-form.ts';
import { editForm } from './edit-form.ts';
import { getForm } from './get-form.ts';
import { listForms } from './list-forms.ts';

const AT = '2026-11-22T10:00:00.000Z';
const draft = {
  name: 'Footer',
  listId: 'lst_1',
  origins: ['https://www.example.com'],
  language: 'en',
  sender: { address: 'letters@news.example.com' },
};

const setUp = () => {
  const forms = new InMemoryForms(formOf({ fields: ['na"me'] }));
  const lists = new InMemoryLists({ listId: 'lst_1', name: '<News>', createdAt: AT });
  const needs = { forms, lists, toAscii: (domain: string) => domain, ids: countingIds(), clock: clockAt(AT) };
  const edge = recordingEdge();
  const submissionsUrlOf = (formId: string) => `https://api.example.com/${formId}`;
  const handlers = {
    POST: createForm(makeCreateForm(needs), edge),
    GET: getForm({ forms, lists, submissionsUrlOf }, edge),
    PUT: editForm(makeEditForm(needs), edge),
    DELETE: deleteForm(makeDeleteForm(needs), edge),
    LIST: listForms(forms, edge),
  };
  const ask = (method: keyof typeof handlers, body?: unknown, headers = {}, formId = 'frm_1') =>
    handlers[method](
      httpEvent({ route: `${method} /api/audience/forms/{formId}`, path: { formId }, body, headers }),
      lambdaContext,
    );
  return { ask, forms };
};
const bodyOf = ({ body = '' }: { readonly body?: string | undefined }): unknown => JSON.parse(body);

it('makes a form that asks for a confirmation if nothing else is said', async () => {
  const { ask } = setUp();

  const made = await ask('POST', draft);

  expect(made).toMatchObject({ statusCode: 201, headers: { etag: '"1"' } });
  expect(bodyOf(made)).toEqual({ ...draft, formId: 'frm_1', createdAt: AT, fields: [], doubleOptIn: true });
});

it.each([
  ['a list that there is not', { listId: 'lst_9' }, 404],
  ['a sender that is none', { sender: { address: 'letters' } }, 422],
  ['a sender with a second header', { sender: { name: 'A\r\nBcc: b@example.com', address: 'a@example.com' } }, 400],
  ['no website', { origins: [] }, 400],
  ['a website without TLS', { origins: ['http://www.example.com'] }, 422],
  ['a way to somewhere else', { redirectUrl: 'https://evil.example/' }, 422],
  ['a field that is the trap', { fields: ['homepage'] }, 422],
  ['a name of two lines', { name: 'a\nb' }, 400],
])('refuses %s with a sentence', async (_, said, status) => {
  const { ask } = setUp();

  const refused = await ask('POST', { ...draft, ...said });

  expect(refused.statusCode).toBe(status);
  expect(bodyOf(refused)).toMatchObject({ detail: expect.stringMatching(/\w+ \w+ \w+/) });
});

it('gives the HTML for a website, where names are no markup', async () => {
  const { ask } = setUp();

  const shown = await ask('GET');

  expect(shown).toMatchObject({ statusCode: 200, headers: { etag: '"1"' } });
  expect(bodyOf(shown)).toMatchObject({
    submissionsUrl: 'https://api.example.com/frm_1',
    html: expect.stringContaining('action="https://api.example.com/frm_1"'),
  });
  expect(shown.body).not.toMatch(/<News>|name=.{1,3}na.?"me/);
});

it('changes a form for whoever has seen it as it is, and for nobody else', async () => {
  const { ask } = setUp();
  const changed = { ...draft, name: 'Header' };

  const answers = [
    await ask('PUT', changed),
    await ask('PUT', changed, { 'if-match': '"7"' }),
    await ask('PUT', changed, { 'if-match': '"1"' }, 'frm_9'),
    await ask('PUT', changed, { 'if-match': '"1"' }),
    await ask('PUT', changed, { 'if-match': '"1"' }),
  ];

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([428, 412, 404, 200, 412]);
  expect(await ask('LIST')).toMatchObject({ body: expect.stringContaining('"name":"Header"') });
});

it('deletes a form, once', async () => {
  const { ask } = setUp();

  const answers = [await ask('DELETE'), await ask('DELETE'), await ask('GET')];

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 404, 404]);
});
