import * as z from 'zod/mini';

import { say } from './kit-sentences.ts';
import type { Sentence } from './sentence.ts';

type Raw = z.core.$ZodRawIssue;
type Issue = Raw | z.core.$ZodIssue;
type TooSmall = z.core.$ZodIssueTooSmall;
type TooBig = z.core.$ZodIssueTooBig;

const types: ReadonlyMap<string, Sentence> = new Map<string, Sentence>([
  ['string', say('not_text')],
  ['number', say('not_a_number')],
  ['int', say('not_whole')],
  ['boolean', say('not_yes_or_no')],
  ['array', say('not_a_list')],
  ['object', say('not_an_object')],
  ['record', say('not_an_object')],
]);

const tooSmall = ({ origin, minimum, inclusive }: Pick<TooSmall, 'origin' | 'minimum' | 'inclusive'>): Sentence => {
  const least = Number(minimum);
  if (origin === 'string') return least === 1 ? say('empty_text') : say('too_short', { least });
  if (origin === 'array' || origin === 'set') return least === 1 ? say('empty_list') : say('too_few', { least });
  return inclusive === false ? say('not_above', { least }) : say('too_low', { least });
};

const tooBig = ({ origin, maximum, inclusive }: Pick<TooBig, 'origin' | 'maximum' | 'inclusive'>): Sentence => {
  const most = Number(maximum);
  if (origin === 'string') return say('too_long', { most });
  if (origin === 'array' || origin === 'set') return say('too_many', { most });
  return inclusive === false ? say('not_below', { most }) : say('too_high', { most });
};

const formats: ReadonlyMap<string, Sentence> = new Map<string, Sentence>([
  ['datetime', say('not_a_moment')],
  ['email', say('not_an_address')],
  ['url', say('not_a_link')],
]);

const wrongForm = ({ format, pattern }: { readonly format: string; readonly pattern?: string | undefined }): Sentence =>
  formats.get(format) ?? say('wrong_form', { form: format === 'regex' ? (pattern ?? format) : format });

const choicesOf = (values: readonly unknown[]): string => values.map(String).join(', ');

/** What one of zod's findings says, in our words. */
// oxlint-disable-next-line complexity -- one flat table
const sentenceFor = (issue: Issue): Sentence => {
  switch (issue.code) {
    case 'invalid_type':
      return types.get(issue.expected) ?? say('unusable');
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return wrongForm(issue);
    case 'invalid_value':
      return say('not_among', { choices: choicesOf(issue.values) });
    case 'unrecognized_keys':
      return say('unknown_names', { names: issue.keys.join(', ') });
    case 'not_multiple_of':
      return say('wrong_step', { step: Number(issue.divisor) });
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
      return say('unusable');
  }
};

const missing = say('missing');
const isMissing = ({ code, input }: Raw): boolean =>
  input === undefined && (code === 'invalid_type' || code === 'invalid_value');

// zod/mini has no words of its own: without these every message is "Invalid input".
z.config({ localeError: (issue) => (isMissing(issue) ? missing : sentenceFor(issue)).detail });

/** What the checks of our schemas say. zod keeps of a sentence its text alone: here the rest is found again. */
const rules = new Map<string, Sentence>([[missing.detail, missing]]);

/**
 * The message of a check of a schema, such that programs can say it in other languages, too.
 * @example
 * z.string().check(z.regex(/^[a-z]+$/, rule(say('not_lower_case'))));
 */
export const rule = (sentence: Sentence): string => {
  rules.set(sentence.detail, sentence);
  return sentence.detail;
};

/** The sentence of a finding; `undefined` if its message is none of ours. */
export const sentenceOf = (issue: z.core.$ZodIssue): Sentence | undefined => {
  const known = rules.get(issue.message);
  if (known !== undefined) return known;
  const sentence = sentenceFor(issue);
  return sentence.detail === issue.message ? sentence : undefined;
};
