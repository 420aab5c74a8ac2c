import type { Operation } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import { NewContactBody } from '../handlers/add-contact.ts';
import { ConsentWish } from '../handlers/change-contact-consent.ts';
import { ContactBody } from '../handlers/edit-contact.ts';
import { ContactsQuery } from '../handlers/find-contacts.ts';
import { ContactExportPath, ContactPath, pageQuery } from '../handlers/shapes.ts';
import {
  ConsentPage,
  Contact,
  ContactCard,
  ContactExport,
  ContactNamed,
  ContactPage,
  ExportNamed,
  GatheredExport,
  Timeline,
} from './contact-answers.ts';

const notFound = { 404: ['contact_not_found'] };
const valueUnfit = [
  'number_malformed',
  'number_too_long',
  'date_malformed',
  'date_impossible',
  'date_ambiguous',
  'boolean_malformed',
];
const addressUnfit = [
  'address_missing',
  'address_has_invisible_characters',
  'address_has_spaces',
  'address_has_no_at',
  'address_is_more_than_one',
  'local_part_not_ascii',
  'local_part_malformed',
  'local_part_too_long',
  'domain_malformed',
  'domain_has_no_dot',
  'address_too_long',
];
const cursor = { 400: ['cursor_unreadable'] };

export const contactOperations: readonly Operation[] = [
  {
    operationId: 'addContact',
    route: 'POST /api/audience/contacts',
    role: 'author',
    summary: 'Puts one contact on a list. One that is known is updated; one that has left stays away.',
    body: NewContactBody,
    answers: { 201: { schema: ContactNamed } },
    problems: { 404: ['list_not_found'], 422: [...addressUnfit, ...valueUnfit] },
  },
  {
    operationId: 'findContacts',
    route: 'GET /api/audience/contacts',
    role: 'viewer',
    summary: 'Finds the contact with an address, or those whose address begins so: say either address or prefix.',
    query: ContactsQuery,
    answers: { 200: { schema: ContactPage } },
    problems: { ...cursor, 422: ['prefix_too_short', 'prefix_of_no_address', ...addressUnfit] },
  },
  {
    operationId: 'getContact',
    route: 'GET /api/audience/contacts/{contactId}',
    role: 'viewer',
    summary: 'Shows a contact with what it may be mailed.',
    path: ContactPath,
    answers: { 200: { schema: ContactCard, etag: true } },
    problems: notFound,
  },
  {
    operationId: 'editContact',
    route: 'PUT /api/audience/contacts/{contactId}',
    role: 'author',
    summary: 'Sets all fields of a contact; those that are left out are emptied.',
    path: ContactPath,
    body: ContactBody,
    ifMatch: 'required',
    answers: { 200: { schema: Contact, etag: true } },
    problems: { ...notFound, 422: valueUnfit },
  },
  {
    operationId: 'listConsentHistory',
    route: 'GET /api/audience/contacts/{contactId}/history',
    role: 'viewer',
    summary: 'Lists what was ever said about the consent of a contact, the newest first.',
    path: ContactPath,
    query: pageQuery,
    answers: { 200: { schema: ConsentPage } },
    problems: notFound,
  },
  {
    operationId: 'getTimeline',
    route: 'GET /api/audience/contacts/{contactId}/timeline',
    role: 'viewer',
    summary: 'Lists what happened to a contact, the newest first.',
    path: ContactPath,
    query: pageQuery,
    answers: { 200: { schema: Timeline } },
    problems: { ...notFound, ...cursor },
  },
  {
    operationId: 'exportContact',
    route: 'GET /api/audience/contacts/{contactId}/export',
    role: 'author',
    summary: 'Shows all that audience knows of one person.',
    path: ContactPath,
    answers: { 200: { schema: ContactExport } },
    problems: notFound,
  },
  {
    operationId: 'requestContactExport',
    route: 'POST /api/audience/contacts/{contactId}/exports',
    role: 'author',
    summary: 'Has gathered what every service holds of one person.',
    path: ContactPath,
    answers: { 202: { schema: ExportNamed, description: 'It is being gathered.' } },
    problems: notFound,
  },
  {
    operationId: 'getContactExport',
    route: 'GET /api/audience/contacts/{contactId}/exports/{exportId}',
    role: 'author',
    summary: 'Shows what has been gathered of one person, and who has not answered yet.',
    path: ContactExportPath,
    answers: { 200: { schema: GatheredExport } },
    problems: { 404: ['export_not_found'] },
  },
  {
    operationId: 'eraseContact',
    route: 'DELETE /api/audience/contacts/{contactId}',
    role: 'administrator',
    summary: 'Forgets a person, for good.',
    path: ContactPath,
    answers: { 202: { description: 'The person will be forgotten within seconds.' } },
    problems: notFound,
  },
  ...(['unsubscribe', 'resubscribe'] as const).map(
    (change): Operation => ({
      operationId: `${change}Contact`,
      route: `POST /api/audience/contacts/{contactId}/${change}`,
      role: 'author',
      summary:
        change === 'unsubscribe'
          ? 'Takes a contact off a list, or off all mail.'
          : 'Lets a contact come back who wishes it, to a list or to all mail.',
      path: ContactPath,
      body: z.optional(ConsentWish),
      answers: { 202: { description: 'It will be so within seconds.' } },
      problems: { 404: ['contact_not_found', 'list_not_found'], 409: ['suppressed_for_good'] },
    }),
  ),
];
