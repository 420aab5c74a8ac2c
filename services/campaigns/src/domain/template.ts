import { type Result, refuse, succeed } from './result.ts';
import type { AttachmentChoice } from './template-files.ts';

/** What an author writes. All three parts are Liquid. */
export interface Content {
  readonly subject: string;
  readonly html: string;
  /** Where it is absent, the text part of a mail is made from `html`. */
  readonly text?: string;
}

/** What `html` was compiled from, where its author wrote something else. Kept for the next change, never sent. */
export interface Source {
  readonly format: 'mjml';
  readonly text: string;
}

export interface Template extends Content {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly source?: Source;
  /** Files that go with every mail; pictures are named by the HTML itself. */
  readonly attachments?: readonly AttachmentChoice[];
  /** The merge fields that the content uses. */
  readonly fields: readonly string[];
}

export type ContentProblem =
  | { readonly kind: 'subject_has_line_break' }
  | { readonly kind: 'subject_has_control_character' }
  | { readonly kind: 'content_too_large' };
export type FieldsProblem =
  | { readonly kind: 'field_name_unusable'; readonly field: string }
  | { readonly kind: 'too_many_fields' };

/** A template is one item of the table, and an item holds 400 KB. */
export const MOST_CONTENT_BYTES = 350_000;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Refuses content that could not be stored, or whose subject would break the headers of every mail. */
export const checkContent = ({
  subject,
  html,
  text = '',
  source,
}: Content & { readonly source?: Source }): Result<undefined, ContentProblem> => {
  if (/[\r\n\u2028\u2029]/.test(subject)) return refuse({ kind: 'subject_has_line_break' });
  if (/[\p{Cc}\p{Cs}]/u.test(subject)) return refuse({ kind: 'subject_has_control_character' });
  if (bytesOf(html) + bytesOf(text) + bytesOf(source?.text ?? '') > MOST_CONTENT_BYTES)
    return refuse({ kind: 'content_too_large' });
  return succeed(undefined);
};

const LONGEST_FIELD_NAME = 64;
/** All of them are named in one message to audience. */
export const MOST_FIELDS = 200;

/** Refuses merge fields that no contact can have: the others would refuse to hear of them, and the run would wait in vain. */
export const checkFields = (fields: readonly string[]): Result<undefined, FieldsProblem> => {
  const field = fields.find((name) => name === '' || name.length > LONGEST_FIELD_NAME);
  if (field !== undefined) return refuse({ kind: 'field_name_unusable', field });
  return fields.length > MOST_FIELDS ? refuse({ kind: 'too_many_fields' }) : succeed(undefined);
};
