import * as z from 'zod/mini';

import { issuesOf } from '../parse.ts';
import { oneLine } from './one-line.ts';

const Name = z.string().check(oneLine);

it.each(['Autumn', '가을 소식', 'עלון סתיו', 'نشرة', '👩‍👩‍👧 family', ''])('takes %j', (name) => {
  const read = Name.safeParse(name);

  expect(read.success).toBe(true);
});

it.each([
  'a\nb',
  'a\u0000',
  'a\u0085',
  'a\u2028b',
  'a\u2029b',
  'a\u202Egpj.exe',
  'a\u2066b\u2069',
  'a\u200Fb',
  'a\u061Cb',
])('refuses %j, which hides or turns what people read', (name) => {
  const { error } = Name.safeParse(name);

  expect(error && issuesOf(error)).toEqual([expect.objectContaining({ code: 'not_one_line' })]);
});
