import type * as z from 'zod/mini';

import { BrandBody } from './brand-list.ts';
import { NewListBody } from './create-list.ts';
import { FormBody } from './forms/form-body.ts';
import { SegmentBody } from './segments/segment-shapes.ts';

const form = { name: 'Join', listId: 'lst_1', origins: ['https://a.example'], language: 'en' };
const sender = { address: 'news@example.com' };

const named: readonly [string, z.ZodMiniType, (name: string) => object][] = [
  ['a list', NewListBody, (name) => ({ name })],
  ['a segment', SegmentBody, (name) => ({ name, rule: {} })],
  ['a brand', BrandBody, (name) => ({ brand: { name } })],
  ['a form', FormBody, (name) => ({ ...form, name, sender })],
  ['the sender of a form', FormBody, (name) => ({ ...form, sender: { ...sender, name } })],
  ['the subject of a form', FormBody, (subject) => ({ ...form, sender, texts: { subject } })],
];

it.each(named)('lets %s be called what people can read, and nothing that turns or hides letters', (_what, body, of) => {
  const good = ['Autumn', '가을', 'סתיו'].map((name) => body.safeParse(of(name)).success);
  const bad = ['gpj.\u202Eexe', '\u2066Shop\u2069', 'a\nb', 'a\u0000'].map((name) => body.safeParse(of(name)).success);

  expect(good).toEqual([true, true, true]);
  expect(bad).toEqual([false, false, false, false]);
});
