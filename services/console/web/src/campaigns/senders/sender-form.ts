import * as z from 'zod/mini';

import type { components } from '../../api/campaigns.d.ts';
import type { Sender } from '../campaign.ts';

export type SenderBody = components['schemas']['PutSenderBody'];

/** What somebody has written of a sender; kept in the tab until it is saved. */
const SenderValues = z.object({
  name: z.string(),
  address: z.string(),
  replyTo: z.string(),
  subjectLabel: z.string(),
  timeZone: z.string(),
  footerText: z.string(),
});
export type SenderValues = Readonly<z.infer<typeof SenderValues>>;

export const readSenderValues = (stored: unknown): SenderValues | undefined => {
  const found = z.safeParse(SenderValues, stored);
  return found.success ? found.data : undefined;
};

const unwritten = { name: '', address: '', replyTo: '', subjectLabel: '', footerText: '' } as const;

export const valuesOf = (sender: Sender | undefined, ownZone: string): SenderValues => ({
  ...unwritten,
  timeZone: ownZone,
  ...sender,
});

/** Of one that is not saved yet there is none. */
export const versionOf = (sender: Sender | undefined): string => (sender === undefined ? '' : `"${sender.version}"`);

const OPTIONAL = ['replyTo', 'subjectLabel', 'footerText'] as const;

/** What is empty is left out: the service takes no empty words. */
export const toSenderBody = (values: SenderValues): SenderBody => ({
  name: values.name.trim(),
  address: values.address.trim(),
  timeZone: values.timeZone,
  ...Object.fromEntries(
    OPTIONAL.map((field) => [field, values[field].trim()] as const).filter(([, value]) => value !== ''),
  ),
});

export const isComplete = ({ name, address, timeZone }: SenderValues): boolean =>
  [name, address, timeZone].every((text) => text.trim() !== '');

/** The senders there are once one of them is saved, or a new one. */
export const withSaved = (known: readonly Sender[], saved: Sender): readonly Sender[] =>
  known.some(({ senderId }) => senderId === saved.senderId)
    ? known.map((one) => (one.senderId === saved.senderId ? saved : one))
    : [...known, saved];

const ID_BYTES = 12;

/** Senders have ids of people's choice; nobody wants to choose one. */
export const newSenderId = (): string =>
  `snd_${[...crypto.getRandomValues(new Uint8Array(ID_BYTES))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
