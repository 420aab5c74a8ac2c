import { type AddressProblem, normaliseAddress, type ToAsciiDomain } from '../../domain/address.ts';
import type { Fields } from '../../domain/arrival.ts';
import { type AttributeType, readValue } from '../../domain/attribute.ts';
import { type Form, wordsOfConsent } from '../../domain/forms/form.ts';
import { confirmableUntil, type Submission } from '../../domain/forms/submission.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ValueProblem } from '../../domain/value-problem.ts';
import type { Attributes } from '../attributes/ports.ts';
import type { Cause, Clock, Ids, Lists } from '../ports.ts';
import type { Limits, Submissions, SubscriptionCommands } from './ports.ts';

interface Needs {
  readonly lists: Pick<Lists, 'find'>;
  readonly attributes: Pick<Attributes, 'all'>;
  readonly submissions: Pick<Submissions, 'add'>;
  readonly limits: Pick<Limits, 'ofSource' | 'ofForm'>;
  readonly commands: Pick<SubscriptionCommands, 'take'>;
  readonly toAscii: ToAsciiDomain;
  readonly contactIdOf: (address: string) => string;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** What came through a form. */
export interface Sent {
  readonly form: Form;
  readonly address: string;
  readonly fields: Fields;
  /** Whether the field is filled in that people do not see. */
  readonly isTrapped: boolean;
  /** Where on the internet it came from. */
  readonly source: string;
}

export type SubmitProblem =
  | { readonly kind: 'too_many'; readonly retryAfterSeconds: number }
  | { readonly kind: 'address_invalid'; readonly problem: AddressProblem }
  | { readonly kind: 'field_invalid'; readonly field: string; readonly problem: ValueProblem }
  | { readonly kind: 'list_not_found' };

export type SubmitForm = (sent: Sent, cause: Cause) => Promise<Result<void, SubmitProblem>>;

/**
 * Takes what somebody sends through a form. What becomes of it is decided later, by the queue: the answer, and the time that it
 * takes, are the same whoever is meant.
 */
export const makeSubmitForm =
  (needs: Needs): SubmitForm =>
  async (sent, cause) => {
    const { form, isTrapped, source } = sent;
    const wait = await needs.limits.ofSource(source);
    if (wait > 0) return refuse({ kind: 'too_many', retryAfterSeconds: wait });
    const [read, list] = await Promise.all([readSent(needs, sent), needs.lists.find(form.listId)]);
    if (!read.ok) return read;
    if (list === undefined) return refuse({ kind: 'list_not_found' });
    if (isTrapped) return succeed(undefined);
    const formWait = await needs.limits.ofForm(form.formId);
    if (formWait > 0) return refuse({ kind: 'too_many', retryAfterSeconds: formWait });

    const now = needs.clock.now();
    const submission: Submission = {
      ...read.value,
      confirmationId: needs.ids.next('cnf'),
      formId: form.formId,
      listId: form.listId,
      contactId: needs.contactIdOf(read.value.address),
      language: form.language,
      words: wordsOfConsent(form, list.name),
      requestedAt: now.toISOString(),
      expiresAt: confirmableUntil(now),
    };
    await needs.submissions.add(submission);
    await needs.commands.take(submission.confirmationId, cause);
    return succeed(undefined);
  };

const readSent = async (
  { attributes, toAscii }: Needs,
  { form, address, fields }: Sent,
): Promise<Result<{ readonly address: string; readonly fields: Fields }, SubmitProblem>> => {
  const normalised = normaliseAddress(address, toAscii);
  if (!normalised.ok) return refuse({ kind: 'address_invalid', problem: normalised.problem });
  const given = form.fields.flatMap((field) => {
    const text = Object.hasOwn(fields, field) ? (fields[field] ?? '').trim() : '';
    return text === '' ? [] : [{ field, text }];
  });
  const types = new Map((given.length > 0 ? await attributes.all() : []).map(({ name, type }) => [name, type]));
  const values: [string, string][] = [];
  for (const { field, text } of given) {
    const value = readValue(typeOf(types, field), text);
    if (!value.ok) return refuse({ kind: 'field_invalid', field, problem: value.problem });
    values.push([field, value.value]);
  }
  return succeed({ address: normalised.value, fields: Object.fromEntries(values) });
};

const typeOf = (types: ReadonlyMap<string, AttributeType>, field: string): AttributeType => types.get(field) ?? 'text';
