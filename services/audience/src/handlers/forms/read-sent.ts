import { jsonOrUndefined, rule, sayInCommon } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import { HONEYPOT } from '../../domain/forms/form.ts';
import { readForm } from '../public-page.ts';

const LONGEST_VALUE = 500;

/** What a form said, however it was sent: JSON, urlencoded or multipart. */
export interface SentForm {
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly isTrapped: boolean;
}

/** One line of text that a store can keep, and no more of it than a person types. */
const value = z.string().check(
  z.maxLength(LONGEST_VALUE),
  z.refine((text) => text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text), rule(sayInCommon('not_one_line'))),
);
/** A script may send numbers, and yes and no, as what they are. */
const asText = z.pipe(
  z.union([z.string(), z.number(), z.boolean()]),
  z.transform((said) => String(said)),
);
const Values = z.record(z.string().check(z.maxLength(64)), z.pipe(asText, value));

export const isJson = (contentType: string | undefined): boolean =>
  /^application\/(?:[\w.-]+\+)?json\b/i.test(contentType ?? '');

/** `undefined` for what is no form, or holds more than one. The address may be called `email`, as in most forms. */
export const readSent = async (body: string, contentType: string | undefined): Promise<SentForm | undefined> => {
  const said = isJson(contentType) ? jsonOrUndefined(body) : await textsIn(body, contentType);
  const values = z.safeParse(Values, said);
  if (!values.success) return undefined;
  const { address, email, [HONEYPOT]: trap = '', ...fields } = values.data;
  return { address: address ?? email ?? '', fields, isTrapped: trap.trim() !== '' };
};

/** A file is no text: whoever sends one gets nowhere. */
const textsIn = async (body: string, contentType: string | undefined): Promise<Record<string, unknown> | undefined> => {
  const form = await readForm(body, contentType);
  return form && Object.fromEntries(form);
};
