import * as z from 'zod/mini';

import { issuesOf } from '../parse.ts';
import { rule } from './rules.ts';
import { speaker } from './sentence.ts';

const wrongWith = (schema: z.ZodMiniType, value: unknown) => {
  const result = z.safeParse(schema, value);
  return result.success ? [] : issuesOf(result.error);
};

it.each([
  ['missing', 'is missing', () => wrongWith(z.string(), undefined)],
  ['missing', 'is missing', () => wrongWith(z.enum(['a', 'b']), undefined)],
  ['not_text', 'must be a text', () => wrongWith(z.string(), 7)],
  ['not_a_number', 'must be a number', () => wrongWith(z.number(), 'seven')],
  ['not_whole', 'must be a whole number', () => wrongWith(z.int(), 7.5)],
  ['not_yes_or_no', 'must be true or false', () => wrongWith(z.boolean(), 'yes')],
  ['not_a_list', 'must be a list', () => wrongWith(z.array(z.string()), 'a')],
  ['not_an_object', 'must be an object', () => wrongWith(z.record(z.string(), z.string()), 'a')],
  ['empty_text', 'must not be empty', () => wrongWith(z.string().check(z.minLength(1)), '')],
  ['too_short', 'must have at least 8 characters', () => wrongWith(z.string().check(z.minLength(8)), 'a')],
  [
    'too_long',
    'must have at most 1,000 characters',
    () => wrongWith(z.string().check(z.maxLength(1_000)), 'a'.repeat(1_001)),
  ],
  ['empty_list', 'must not be empty', () => wrongWith(z.array(z.string()).check(z.minLength(1)), [])],
  ['too_few', 'must have at least 2 entries', () => wrongWith(z.array(z.string()).check(z.minLength(2)), ['a'])],
  ['too_many', 'must have at most 1 entries', () => wrongWith(z.array(z.string()).check(z.maxLength(1)), ['a', 'b'])],
  ['too_low', 'must be 1 or more', () => wrongWith(z.number().check(z.gte(1)), 0)],
  ['too_high', 'must be 100 or less', () => wrongWith(z.number().check(z.lte(100)), 101)],
  ['not_above', 'must be more than 0', () => wrongWith(z.number().check(z.gt(0)), 0)],
  ['not_below', 'must be less than 1', () => wrongWith(z.number().check(z.lt(1)), 1)],
  ['wrong_step', 'must be a multiple of 5', () => wrongWith(z.number().check(z.multipleOf(5)), 7)],
  ['not_a_moment', 'must be a moment such as 2026-12-01T09:00:00Z', () => wrongWith(z.iso.datetime(), 'tomorrow')],
  ['not_a_link', 'must be an address of the web, such as https://www.example.com', () => wrongWith(z.url(), 'example')],
  ['wrong_form', 'must have the form /^a$/', () => wrongWith(z.string().check(z.regex(/^a$/)), 'b')],
  [
    'unknown_names',
    'has names that are not known here: colour',
    () => wrongWith(z.strictObject({}), { colour: 'red' }),
  ],
  ['not_among', 'must be one of a, b', () => wrongWith(z.enum(['a', 'b']), 'c')],
  ['unusable', 'cannot be used as it is', () => wrongWith(z.string().check(z.refine(() => false)), 'a')],
] as const)('%s: says what is wrong, "%s"', (code, words, wrong) => {
  expect(wrong()).toMatchObject([{ field: '(root)', rule: words, code }]);
});
describe('a check of a schema', () => {
  const say = speaker({ not_low: 'must be lower case, and have {least} letters' });

  it('says a sentence of its own, and which one that is', () => {
    const schema = z.string().check(z.regex(/^[a-z]{3,}$/, rule(say('not_low', { least: 3 }))));

    expect(wrongWith(schema, 'A')).toEqual([
      { field: '(root)', rule: 'must be lower case, and have 3 letters', code: 'not_low', values: { least: 3 } },
    ]);
  });

  it('may say what has no code', () => {
    expect(wrongWith(z.string().check(z.regex(/^[a-z]$/, 'must be a letter')), '1')).toEqual([
      { field: '(root)', rule: 'must be a letter' },
    ]);
  });
});
