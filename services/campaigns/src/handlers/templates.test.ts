import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { makeCreateTemplate, makeDeleteTemplate, makeUpdateTemplate } from '../application/templates.ts';
import { InMemoryMedia, InMemoryTemplates } from '../testing/in-memory.ts';
import { liquidChecker as liquid } from '../testing/real.ts';
import { logo, pdf, template } from '../testing/world.ts';
import { createTemplate } from './create-template.ts';
import { deleteTemplate } from './delete-template.ts';
import { getTemplate } from './get-template.ts';
import { listTemplates } from './list-templates.ts';
import { updateTemplate } from './update-template.ts';

const route = 'PUT /api/campaigns/templates/{templateId}';
const path = { templateId: 'tpl_1' };
const body = { name: 'Letter', subject: 'Hello {{ name }}', html: '<p>{{ city }}</p>' };

const setUp = () => {
  const templates = new InMemoryTemplates(template);
  const media = new InMemoryMedia(pdf, logo, { ...pdf, id: 'med_3', bytes: 7_300_000 });
  const edge = recordingEdge();
  const create = createTemplate(makeCreateTemplate({ templates, liquid, media, newId: () => 'tpl_2' }), edge);
  const update = updateTemplate(makeUpdateTemplate({ templates, liquid, media }), edge);
  const remove = deleteTemplate(makeDeleteTemplate({ templates }), edge);
  const get = getTemplate(templates, edge);
  const list = listTemplates(templates, edge);
  return {
    templates,
    create: (given: unknown) =>
      create(httpEvent({ route: 'POST /api/campaigns/templates', body: given }), lambdaContext),
    update: (headers: Record<string, string>, given: unknown = body) =>
      update(httpEvent({ route, path, headers, body: given }), lambdaContext),
    remove: (headers: Record<string, string> = {}) => remove(httpEvent({ route, path, headers }), lambdaContext),
    get: (templateId: string) => get(httpEvent({ route, path: { templateId } }), lambdaContext),
    list: (query: Record<string, string>) => list(httpEvent({ route, query }), lambdaContext),
  };
};
const parsed = (text: string | undefined): unknown => JSON.parse(text ?? 'null');

describe('creating a template', () => {
  it('answers with its id, its version and the fields it uses', async () => {
    const answer = await setUp().create(body);

    expect(answer).toMatchObject({ statusCode: 201, headers: { etag: '"1"' } });
    expect(parsed(answer.body)).toMatchObject({ templateId: 'tpl_2', version: 1, fields: ['city', 'name'] });
  });

  it('keeps what the HTML was compiled from', async () => {
    const source = { format: 'mjml', text: '<mjml><mj-body></mj-body></mjml>' };
    const { create, get } = setUp();

    await create({ ...body, source });

    expect(parsed((await get('tpl_2')).body)).toMatchObject({ source, format: 'mjml' });
  });

  it('says where its Liquid cannot be read', async () => {
    const answer = await setUp().create({ ...body, html: '<p>\n{% foo %}' });

    expect(answer.statusCode).toBe(422);
    expect(parsed(answer.body)).toMatchObject({
      type: 'urn:bulkhead:problem:liquid_invalid',
      errors: [{ field: 'html', line: 2, column: 1, rule: 'tag "foo" not found (line 2, column 1)' }],
    });
  });

  it.each([
    {
      what: 'a subject of two lines',
      given: { ...body, subject: 'a\nBcc: b@example.com' },
      code: 'subject_has_line_break',
    },
    {
      what: 'a subject with a control character',
      given: { ...body, subject: 'a\u0000' },
      code: 'subject_has_control_character',
    },
    {
      what: 'a subject that becomes too long',
      given: { ...body, subject: '{% for i in (1..999) %}a{% endfor %}' },
      code: 'liquid_invalid',
    },
    {
      what: 'a merge field that no list can have',
      given: { ...body, html: `{{ ${'n'.repeat(65)} }}` },
      code: 'field_name_unusable',
    },
    {
      what: 'more merge fields than a run can ask for',
      given: { ...body, html: Array.from({ length: 201 }, (_, n) => `{{ f${n} }}`).join('') },
      code: 'too_many_fields',
    },
    { what: 'content that is too large', given: { ...body, html: 'a'.repeat(400_000) }, code: 'content_too_large' },
  ])('refuses $what', async ({ given, code }) => {
    const answer = await setUp().create(given);

    expect(answer.statusCode).toBe(422);
    expect(parsed(answer.body)).toMatchObject({ type: `urn:bulkhead:problem:${code}` });
  });

  it('keeps the files that go with it, and shows them', async () => {
    const { create, get } = setUp();
    const attachments = [{ mediaId: 'med_1', fileName: '가을.pdf' }];

    const answer = await create({ ...body, html: '<img src="cid:med_2">', attachments });

    expect(answer.statusCode).toBe(201);
    expect(parsed((await get('tpl_2')).body)).toMatchObject({ attachments });
  });

  it.each([
    { what: 'a file that is not there', given: { attachments: [{ mediaId: 'med_7' }] }, code: 'media_missing' },
    { what: 'a picture that is not there', given: { html: '<img src="cid:med_7">' }, code: 'media_missing' },
    { what: 'a picture that is none', given: { html: '<img src="cid:med_1">' }, code: 'media_not_shown' },
    {
      what: 'another name that SES would refuse',
      given: { attachments: [{ mediaId: 'med_1', fileName: 'run.exe' }] },
      code: 'file_type_refused',
    },
    {
      what: 'more than SES takes, with figures',
      given: { attachments: [{ mediaId: 'med_3' }, { mediaId: 'med_3' }] },
      code: 'message_too_large',
      rule: expect.stringMatching(/about 20,0\d\d,\d{3} bytes.*10,485,760/),
    },
  ])('refuses $what', async ({ given, code, rule = expect.any(String) }) => {
    const answer = await setUp().create({ ...body, ...given });

    expect(answer.statusCode).toBe(422);
    expect(parsed(answer.body)).toMatchObject({ type: `urn:bulkhead:problem:${code}`, errors: [{ rule }] });
  });

  it.each(['a\nb', 'a\u0000', 'a\u2028b'])(
    'refuses a name of more than one line, or that nobody can read: %j',
    async (name) => {
      const answer = await setUp().create({ ...body, name });

      expect(answer.statusCode).toBe(400);
      expect(parsed(answer.body)).toMatchObject({ errors: [{ field: 'name' }] });
    },
  );

  it('names every field that is missing', async () => {
    const answer = await setUp().create({ name: ' ' });

    expect(answer.statusCode).toBe(400);
    expect(parsed(answer.body)).toMatchObject({
      errors: [{ field: 'name' }, { field: 'subject' }, { field: 'html' }],
    });
  });
});

describe('changing a template', () => {
  it('needs to know what the change is based on', async () => {
    const { update } = setUp();

    expect((await update({})).statusCode).toBe(428);
    expect((await update({ 'if-match': '"7"' })).statusCode).toBe(412);
    expect((await update({ 'if-match': 'nonsense' })).statusCode).toBe(412);
    expect(await update({ 'if-match': '"1"' })).toMatchObject({ statusCode: 200, headers: { etag: '"2"' } });
  });

  it('answers a lost race like any stale change', async () => {
    const { update, templates } = setUp();
    const save = templates.save.bind(templates);
    templates.save = async (given) => {
      await save({ ...template, version: 2 });
      await save(given);
    };

    expect((await update({ 'if-match': '"1"' })).statusCode).toBe(412);
  });
});

describe('reading templates', () => {
  it('shows one with its content', async () => {
    const answer = await setUp().get('tpl_1');

    expect(answer).toMatchObject({ statusCode: 200, headers: { etag: '"1"' } });
    expect(parsed(answer.body)).toMatchObject({ subject: 'Hello {{ name }}', html: '<p>Hello</p>' });
  });

  it('lists them in pages without their content', async () => {
    const { create, list } = setUp();
    await create(body);

    const first = parsed((await list({ limit: '1' })).body);
    const second = parsed((await list({ limit: '1', cursor: 'tpl_2' })).body);

    expect(first).toEqual({ items: [expect.not.objectContaining({ html: expect.anything() })], cursor: 'tpl_2' });
    expect(second).toMatchObject({ items: [{ templateId: 'tpl_1' }] });
  });

  it('knows no template that was deleted', async () => {
    const { remove, get } = setUp();

    expect((await remove({ 'if-match': '"2"' })).statusCode).toBe(412);
    expect((await remove()).statusCode).toBe(204);
    expect((await get('tpl_1')).statusCode).toBe(404);
    expect((await remove()).statusCode).toBe(404);
  });
});
