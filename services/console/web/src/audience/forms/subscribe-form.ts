import * as z from 'zod/mini';

import type { Language } from '../../common/language/languages.ts';
import type { Form, FormDraft } from '../model.ts';

/** A subscribe form while somebody writes it: every text is there, if empty. */
const Written = z.object({
  name: z.string(),
  listId: z.string(),
  origins: z.array(z.string()),
  fields: z.array(z.string()),
  doubleOptIn: z.boolean(),
  language: z.enum(['en', 'ko']),
  senderName: z.string(),
  senderAddress: z.string(),
  subject: z.string(),
  consent: z.string(),
  redirectUrl: z.string(),
});
export type Written = z.infer<typeof Written>;

/** In the language of whoever makes it, until they choose another. */
export const newForm = (language: Language): Written => ({
  name: '',
  listId: '',
  origins: [],
  fields: [],
  doubleOptIn: true,
  language,
  senderName: '',
  senderAddress: '',
  subject: '',
  consent: '',
  redirectUrl: '',
});

export const writtenOf = ({ sender, texts, redirectUrl = '', ...form }: Form): Written => ({
  name: form.name,
  listId: form.listId,
  origins: form.origins,
  fields: form.fields,
  doubleOptIn: form.doubleOptIn,
  language: form.language,
  senderName: sender.name ?? '',
  senderAddress: sender.address,
  subject: texts?.subject ?? '',
  consent: texts?.consent ?? '',
  redirectUrl,
});

export const readWritten = (stored: unknown): Written | undefined => {
  const read = z.safeParse(Written, stored);
  return read.success ? read.data : undefined;
};

/** What the service takes; texts that are empty are left to it. */
export const toSave = (written: Written): FormDraft => {
  const { senderName, senderAddress, subject, consent, redirectUrl, ...form } = trimmed(written);
  return {
    ...form,
    sender: { address: senderAddress, ...(senderName !== '' && { name: senderName }) },
    ...((subject !== '' || consent !== '') && {
      texts: { ...(subject !== '' && { subject }), ...(consent !== '' && { consent }) },
    }),
    ...(redirectUrl !== '' && { redirectUrl }),
  };
};

const trimmed = (written: Written): Written => ({
  ...written,
  name: written.name.trim(),
  senderName: written.senderName.trim(),
  senderAddress: written.senderAddress.trim(),
  subject: written.subject.trim(),
  consent: written.consent.trim(),
  redirectUrl: written.redirectUrl.trim(),
});

/** Whether there is all that a form cannot do without. */
export const isComplete = (written: Written): boolean => {
  const { name, listId, origins, senderAddress } = trimmed(written);
  return name !== '' && listId !== '' && origins.length > 0 && senderAddress !== '';
};

export const isSame = (one: Written, other: Written): boolean =>
  JSON.stringify(toSave(one)) === JSON.stringify(toSave(other));

/** What somebody means who types an address of a page where its website is asked for. */
export const originOf = (typed: string): string => {
  const text = typed.trim();
  const address = text.includes('://') ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address).origin : text;
};
