import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

import { PermanentError } from './errors.ts';

// zod/mini has no words of its own: without a language every message is "Invalid input". Only English is bundled (3 KB).
z.config(en());

/** One thing that is wrong with a value from outside, fit to be shown to whoever sent it. */
export interface FieldIssue {
  readonly field: string;
  readonly rule: string;
}

/** Where a value breaks its schema: `recipients.0.address`, or `(root)`. */
export const issuesOf = (error: z.core.$ZodError): readonly FieldIssue[] =>
  error.issues.map(({ path, message }) => ({ field: path.join('.') || '(root)', rule: plainly(message) }));

/** zod says "expected string, received undefined". */
const plainly = (message: string): string => (message.endsWith('received undefined') ? 'is missing' : message);

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
