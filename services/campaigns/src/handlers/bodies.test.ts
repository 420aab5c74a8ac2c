import type * as z from 'zod/mini';

import { ImageBody } from './image-shapes.ts';
import { PreviewTemplateBody } from './preview-template-shapes.ts';
import { CampaignBody, MediaBody, PreviewBody, TemplateBody, TestBody } from './shapes.ts';
import { TemplateTestBody } from './template-test-shapes.ts';

const letter = { subject: 'Hello', html: '<p>Hello</p>' };
const file = { contentType: 'image/png', size: 100 };
const ada = { address: 'ada@example.com' };
const campaign = { name: 'Autumn', templateId: 'tpl_1', listId: 'lst_1' };

it.each<[string, z.ZodMiniType, object, readonly (string | number)[]]>([
  ['a template', TemplateBody, { name: 'Letter', ...letter, oops: 'Hello' }, []],
  [
    'a file of a template',
    TemplateBody,
    { name: 'Letter', ...letter, attachments: [{ mediaId: 'med_1', oops: 'a.pdf' }] },
    ['attachments', 0],
  ],
  ['a file', MediaBody, { fileName: 'a.png', ...file, oops: 1 }, []],
  ['a picture', ImageBody, { ...file, oops: 'a.png' }, []],
  ['the preview of a template', PreviewTemplateBody, { ...letter, oops: 'Hello' }, []],
  ['the preview of a campaign', PreviewBody, { oops: { name: 'Ada' } }, []],
  ['a test mail', TestBody, { recipients: [ada], oops: 'Hello' }, []],
  ['a recipient of a test mail', TestBody, { recipients: [{ ...ada, oops: 'Ada' }] }, ['recipients', 0]],
  ['the sender of a test mail', TemplateTestBody, { recipients: [ada], from: { ...ada, oops: 'Ada' } }, ['from']],
  ['the sender of a campaign', CampaignBody, { ...campaign, from: { ...ada, oops: 'Ada' } }, ['from']],
])('refuses a misspelt word of %s, and says which', (_what, schema, given, path) => {
  const { error } = schema.safeParse(given);

  expect(error?.issues).toEqual([expect.objectContaining({ code: 'unrecognized_keys', path, keys: ['oops'] })]);
});

it.each<[string, z.ZodMiniType, (name: string) => object]>([
  ['a campaign', CampaignBody, (name) => ({ ...campaign, from: ada, name })],
  ['a template', TemplateBody, (name) => ({ ...letter, name })],
  ['a picture', ImageBody, (fileName) => ({ ...file, fileName })],
])('lets %s be called what people can read, and nothing that turns or hides letters', (_what, body, of) => {
  const taken = ['가을', 'gpj.\u202Eexe', '\u2066Shop\u2069', 'a\nb'].map((name) => body.safeParse(of(name)).success);

  expect(taken).toEqual([true, false, false, false]);
});
