import { instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { contactId, id } from '../handlers/shapes.ts';
import { pageOf } from './answers.ts';

const contact = { contactId: contactId(), address: z.string(), fields: z.record(z.string(), z.string()) };
const words = () => z.object({ en: z.string(), ko: z.string() });

export const Contact = z.object(contact);
export const ContactPage = pageOf(Contact);
export const ContactNamed = z.object({ contactId: contactId() });

/** `mailable` says whether mails of this list reach the contact. */
export const Member = z.object({ ...contact, mailable: z.boolean() });
export const MemberPage = pageOf(Member);

const reason = () => z.enum(['hard_bounce', 'complaint', 'unsubscribed', 'manual']);
const Suppression = z.object({ reason: reason(), at: instant() });

/** By an import or a form; by hand if neither is there. */
const joinedBy = { importId: z.optional(id('imp')), formId: z.optional(id('frm')) };

const card = {
  ...contact,
  /** Days. */
  lastOpenedAt: z.optional(z.string()),
  lastClickedAt: z.optional(z.string()),
  /** Why the contact gets no mail at all. */
  suppressed: z.optional(Suppression),
  lists: z.array(z.object({ listId: id('lst'), joinedAt: instant(), ...joinedBy, left: z.optional(Suppression) })),
};

export const ContactCard = z.object(card);

/** How somebody made known what they want. */
const evidence = {
  by: z.optional(z.enum(['contact', 'member', 'mailbox'])),
  how: z.optional(z.enum(['one_click', 'page', 'form', 'api', 'bounce', 'complaint'])),
  /** Who of the team, as the issuer of tokens names them. */
  member: z.optional(z.string()),
  runId: z.optional(z.string()),
  category: z.optional(z.string()),
  /** What the category means, for people. */
  meaning: z.optional(words()),
  inARow: z.optional(z.int()),
  formId: z.optional(z.string()),
  requestedAt: z.optional(z.string()),
  /** What was agreed to. */
  words: z.optional(z.string()),
};

const said = {
  at: instant(),
  scope: z.union([
    z.object({ kind: z.literal('everything') }),
    z.object({ kind: z.literal('list'), listId: id('lst') }),
  ]),
  reason: z.optional(reason()),
  ...evidence,
};

export const ConsentEntry = z.object({ ...said, change: z.enum(['suppress', 'reinstate']) });
export const ConsentPage = pageOf(ConsentEntry);

const Edited = z.object({
  kind: z.literal('edited'),
  at: instant(),
  /** The names of the fields that say something else now. */
  fields: z.array(z.string()),
  member: z.optional(z.string()),
});

const SoftBounced = z.object({
  kind: z.literal('soft_bounced'),
  at: instant(),
  runId: z.string(),
  category: z.optional(z.string()),
  meaning: z.optional(words()),
});

export const ContactEvent = z.union([Edited, SoftBounced]);

export const Happening = z.union([
  z.object({ kind: z.literal('joined'), at: instant(), listId: id('lst'), ...joinedBy }),
  /** Only the last of each is known, and only its day. */
  z.object({ kind: z.enum(['opened', 'clicked']), at: z.string() }),
  z.object({ kind: z.enum(['returned', 'bounced', 'complained', 'left']), ...said }),
  Edited,
  SoftBounced,
]);
export const Timeline = pageOf(Happening);

const exported = {
  ...card,
  saidAt: z.string(),
  consents: z.array(ConsentEntry),
  events: z.array(ContactEvent),
};

/** All that audience knows of one person. */
export const ContactExport = z.object(exported);

export const ExportNamed = z.object({ exportId: id('exp') });

/** What a service other than audience holds: some lists under names of its own. */
const Holdings = z.record(z.string(), z.array(z.unknown()));

export const GatheredExport = z.object({
  exportId: id('exp'),
  status: z.enum(['gathering', 'complete']),
  requestedAt: instant(),
  /** Whose answers are not all there. */
  missing: z.array(z.enum(['audience', 'dispatch', 'feedback'])),
  data: z.object({
    audience: z.object({ ...exported, mailings: z.array(z.object({ runId: z.string() })) }),
    dispatch: z.optional(Holdings),
    feedback: z.optional(Holdings),
  }),
});
