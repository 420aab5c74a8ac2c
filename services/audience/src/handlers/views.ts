import { wordsOfBounce } from '@bulkhead/contracts';
import type { Answer } from '@bulkhead/openapi';

import type { ContactCard } from '../application/contacts.ts';
import type { ContactExport } from '../application/export-contact.ts';
import type { ConsentEntry } from '../domain/consent-entry.ts';
import type { Contact } from '../domain/contact.ts';
import type { ContactEvent } from '../domain/contact-event.ts';
import { filledFields } from '../domain/edit-contact.ts';
import type * as answers from '../openapi/contact-answers.ts';

/** A contact as people see it. */
export const contactView = ({ contactId, address, fields }: Contact): Answer<typeof answers.Contact> => ({
  contactId,
  address,
  fields: filledFields(fields),
});

/** A contact with what it may be mailed. */
export const cardView = ({ contact, suppressed, lists }: ContactCard): Answer<typeof answers.ContactCard> => ({
  ...contactView(contact),
  ...engagementView(contact),
  ...(suppressed && { suppressed }),
  lists: lists.map(({ listId, joinedAt, left }) => ({
    listId,
    joinedAt,
    ...joinedByView(contact.joinedBy?.[listId]),
    ...(left && { left }),
  })),
});

/** By an import or a form; who was added by hand is shown without. */
export const joinedByView = (by: string | undefined) => {
  if (by === undefined) return {};
  return by.startsWith('imp_') ? { importId: by } : { formId: by };
};

/** When the contact last opened a mail and followed a link, if ever. */
const engagementView = ({ lastOpenedAt, lastClickedAt }: Contact) => ({
  ...(lastOpenedAt && { lastOpenedAt }),
  ...(lastClickedAt && { lastClickedAt }),
});

/** A word about a consent. */
export const consentEntryView = ({ said, evidence }: ConsentEntry): Answer<typeof answers.ConsentEntry> => ({
  at: said.at,
  scope: said.scope,
  change: said.isSuppressed ? 'suppress' : 'reinstate',
  ...(said.isSuppressed && { reason: said.reason }),
  ...evidence,
  ...meaningOf(evidence?.category),
});

/** Why a mail came back, in words for people. */
const meaningOf = (category: string | undefined) =>
  category === undefined ? {} : { meaning: wordsOfBounce(category) };

/** All that audience knows of one person. */
export const contactExportView = ({ card, history, events }: ContactExport): Answer<typeof answers.ContactExport> => ({
  ...cardView(card),
  saidAt: card.contact.saidAt,
  consents: history.map(consentEntryView),
  events: events.map(contactEventView),
});

export const contactEventView = (event: ContactEvent): Answer<typeof answers.ContactEvent> =>
  event.kind === 'soft_bounced' ? { ...event, ...meaningOf(event.category) } : event;
