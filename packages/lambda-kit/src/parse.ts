import * as z from 'zod/mini';

import { PermanentError } from './errors.ts';
import { sentenceOf } from './words/rules.ts';
import type { Sentence, Values } from './words/sentence.ts';

/** One thing that is wrong with a value from outside, fit to be shown to whoever sent it. */
export interface FieldIssue {
  readonly field: string;
  /** In English, as the end of a sentence that begins with the field. */
  readonly rule: string;
  /** Which sentence that is, for programs that say it in another language. */
  readonly code?: string;
  readonly values?: Values;
}

/** A sentence as what is wrong with a field. */
export const issueOf = (field: string, { code, detail, values }: Sentence): FieldIssue => ({
  field,
  rule: detail,
  code,
  ...(values && { values }),
});

/** Where a value breaks its schema: `recipients.0.address`, or `(root)`. */
export const issuesOf = (error: z.core.$ZodError): readonly FieldIssue[] =>
  error.issues.map((issue) => {
    const field = issue.path.join('.') || '(root)';
    const sentence = sentenceOf(issue);
    return sentence === undefined ? { field, rule: issue.message } : issueOf(field, sentence);
  });

/** Parses JSON; what is not JSON is `undefined`, which no schema of ours accepts. */
export const jsonOrUndefined = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Parses a message body. The error names fields, never values.
 * @throws PermanentError `message_malformed`
 */
export const parseMessage = <Schema extends z.ZodMiniType>(schema: Schema, body: string): z.infer<Schema> =>
  meetContract(schema, jsonOrUndefined(body));

/**
 * Holds what is already JSON against its contract. The error names fields, never values.
 * @throws PermanentError `message_malformed`
 */
export const meetContract = <Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.infer<Schema> => {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;

  const fields = issuesOf(result.error).map(({ field, rule }) => `${field} (${rule})`);
  throw new PermanentError({
    code: 'message_malformed',
    message: `Message breaks its contract at ${fields.join(', ').slice(0, 500)}`,
  });
};
