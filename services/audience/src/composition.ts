import { setTimeout as pause } from 'node:timers/promises';
import { domainToASCII } from 'node:url';

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createLog, createMeters, type HttpEdge } from '@bulkhead/lambda-kit';
import { S3Bucket, SnsApi, SnsEvents, SqsApi, SqsCommands, SqsDeadLetters, SqsDeeds } from '@bulkhead/lambda-kit/aws';

import { EventAnnouncements } from './adapters/announcements.ts';
import { SqsConsentCommands } from './adapters/commands.ts';
import { contactIdOf } from './adapters/contact-id.ts';
import { DynamoAddressIndex } from './adapters/dynamo-address-index.ts';
import { DynamoAttributes } from './adapters/dynamo-attributes.ts';
import { DynamoConsentHistory } from './adapters/dynamo-consent-history.ts';
import { DynamoConsents } from './adapters/dynamo-consents.ts';
import { DynamoContactEdits } from './adapters/dynamo-contact-edits.ts';
import { DynamoContacts } from './adapters/dynamo-contacts.ts';
import { DynamoErasures } from './adapters/dynamo-erasures.ts';
import { DynamoImports } from './adapters/dynamo-imports.ts';
import { DynamoListCounts } from './adapters/dynamo-list-counts.ts';
import { DynamoLists } from './adapters/dynamo-lists.ts';
import { DynamoMembers } from './adapters/dynamo-members.ts';
import { DynamoRememberedColumns } from './adapters/dynamo-remembered-columns.ts';
import { DynamoSigningKeys } from './adapters/dynamo-signing-keys.ts';
import { DynamoSoftBounces } from './adapters/dynamo-soft-bounces.ts';
import { DynamoTimeline } from './adapters/dynamo-timeline.ts';
import { DynamoWrittenChunks } from './adapters/dynamo-written-chunks.ts';
import { SqsErasureCommands } from './adapters/erasure-commands.ts';
import { DynamoSubmissions } from './adapters/forms/dynamo-submissions.ts';
import { HmacLinkChecks } from './adapters/hmac-link-checks.ts';
import { HmacUnsubscribeTokens } from './adapters/hmac-unsubscribe-tokens.ts';
import { S3ImportFiles } from './adapters/s3-import-files.ts';
import { S3Uploads } from './adapters/s3-uploads.ts';
import { openTable } from './adapters/table.ts';
import { timeOrderedIds } from './adapters/time-ordered-ids.ts';
import { makeChangeConsent } from './application/change-consent.ts';
import { makeAddContact, makeGetContact, makeListContacts } from './application/contacts.ts';
import { makeEditContact } from './application/edit-contact.ts';
import { makeEraseContact, makeRequestErasure } from './application/erase-contact.ts';
import { makeExportContact } from './application/export-contact.ts';
import { makeFindByAddress } from './application/find-by-address.ts';
import { makeCancelImport, makeGetImport, makeReplayImport } from './application/imports.ts';
import { makeListConsentHistory } from './application/list-consent-history.ts';
import { makeRecountList } from './application/list-counts/recount-list.ts';
import { makeCreateList, makeGetList, makeListLists } from './application/lists.ts';
import { makeSavePreferences, makeShowPreferences } from './application/preferences.ts';
import { makeRequestConsentChange } from './application/request-consent-change.ts';
import { makeRequestImport } from './application/request-import.ts';
import { makeSearchContacts } from './application/search/search-contacts.ts';
import { makeGetTimeline } from './application/timeline/get-timeline.ts';
import { makeUnsubscribe } from './application/unsubscribe.ts';
import { makeUpsertContacts } from './application/upsert-contacts.ts';
import { makeWriteChunk } from './application/write-chunk.ts';
import * as config from './config.ts';

const now = () => new Date();
export const clock = { now };
const ids = timeOrderedIds(now);

export const document = (name: string) => openTable(new DynamoDBClient({}), name);
const edge = () => ({ log: createLog(), meters: createMeters() });
export const httpEdge = (): HttpEdge => ({
  ...edge(),
  deeds: new SqsDeeds(new SqsCommands(new SqsApi(), config.loadAuditConfig().AUDIT_QUEUE_URL), 'audience'),
});
export const queueEdge = (dlqUrl: string) => ({ ...edge(), deadLetters: new SqsDeadLetters(new SqsApi(), dlqUrl) });

/** A transaction that has begun is done, or undone, long before. */
const settle = () => pause(1_000);

/** For the functions that answer people about lists and contacts. */
export const composeBook = () => {
  const table = document(config.loadTablesConfig().TABLE_NAME);
  const lists = new DynamoLists(table);
  const attributes = new DynamoAttributes(table);
  const counts = new DynamoListCounts(table);
  const members = new DynamoMembers(table);
  const contacts = new DynamoContacts(table);
  const consents = new DynamoConsents(table);
  const history = new DynamoConsentHistory(table);
  const timeline = new DynamoTimeline(table);
  const erasures = new DynamoErasures(table);
  const upsertContacts = makeUpsertContacts({ contacts, members });
  const getContact = makeGetContact({ contacts, consents, erasures });
  return {
    edge: httpEdge(),
    lists,
    createList: makeCreateList({ lists, ids, clock }),
    getList: makeGetList({ lists, counts, remembered: new DynamoRememberedColumns(table) }),
    listLists: makeListLists({ lists, counts }),
    recountList: makeRecountList({ lists, counts, members, consents, settle }),
    listContacts: makeListContacts({ contacts, consents, erasures, members }),
    addContact: makeAddContact({ lists, attributes, upsertContacts, toAscii: domainToASCII, contactIdOf, clock }),
    getContact,
    exportContact: makeExportContact({ getContact, history, events: timeline }),
    editContact: makeEditContact({ contacts, attributes, edits: new DynamoContactEdits(table), clock }),
    findByAddress: makeFindByAddress({ contacts, toAscii: domainToASCII, contactIdOf }),
    searchContacts: makeSearchContacts({ index: new DynamoAddressIndex(table), contacts, toAscii: domainToASCII }),
    getTimeline: makeGetTimeline({ contacts, happenings: timeline }),
    listConsentHistory: makeListConsentHistory({ contacts, history }),
    tokens: new HmacUnsubscribeTokens(new DynamoSigningKeys(table, clock), clock),
  };
};

/** For the functions by which people leave and come back. */
export const composeConsentSender = () => {
  const { TABLE_NAME, CONSENTS_QUEUE_URL } = config.loadConsentSenderConfig();
  const table = document(TABLE_NAME);
  const queue = new SqsCommands(new SqsApi(), CONSENTS_QUEUE_URL);
  const commands = new SqsConsentCommands(queue);
  const keys = new DynamoSigningKeys(table, clock);
  const tokens = new HmacUnsubscribeTokens(keys, clock);
  const people = {
    contacts: new DynamoContacts(table),
    lists: new DynamoLists(table),
    consents: new DynamoConsents(table),
  };
  const showPreferences = makeShowPreferences({ ...people, tokens });
  return {
    edge: httpEdge(),
    showPreferences,
    savePreferences: makeSavePreferences({ showPreferences, commands, clock }),
    unsubscribe: makeUnsubscribe({ tokens, checks: new HmacLinkChecks(keys, clock), commands, clock }),
    requestErasure: makeRequestErasure({ ...people, commands: new SqsErasureCommands(queue), clock }),
    requestConsentChange: makeRequestConsentChange({ ...people, commands, clock }),
  };
};

/** For the functions that answer people about imports. */
export const composeImports = () => {
  const { TABLE_NAME, BUCKET_NAME } = config.loadFilesConfig();
  const table = document(TABLE_NAME);
  const bucket = new S3Bucket(BUCKET_NAME);
  const imports = new DynamoImports(table);
  const uploads = new S3Uploads(bucket);
  const files = new S3ImportFiles(bucket);
  return {
    edge: httpEdge(),
    clock,
    imports,
    requestImport: makeRequestImport({
      lists: new DynamoLists(table),
      attributes: new DynamoAttributes(table),
      remembered: new DynamoRememberedColumns(table),
      imports,
      uploads,
      ids,
      clock,
    }),
    getImport: makeGetImport({ imports, writtenChunks: new DynamoWrittenChunks(table), files, clock }),
    cancelImport: makeCancelImport({ imports }),
    replayImport: makeReplayImport({ imports, uploads }),
  };
};

/** For the function that writes chunks of imports. */
export const composeChunkWriter = () => {
  const { TABLE_NAME, BUCKET_NAME, CONTACT_WRITES_DLQ_URL } = config.loadChunkWriterConfig();
  const table = document(TABLE_NAME);
  const bucket = new S3Bucket(BUCKET_NAME);
  const writeChunk = makeWriteChunk({
    imports: new DynamoImports(table),
    writtenChunks: new DynamoWrittenChunks(table),
    files: new S3ImportFiles(bucket),
    upsertContacts: makeUpsertContacts({ contacts: new DynamoContacts(table), members: new DynamoMembers(table) }),
  });
  return { edge: queueEdge(CONTACT_WRITES_DLQ_URL), writeChunk };
};

/** For the functions that record consents, and forget people. */
export const composeConsentKeeper = () => {
  const { TABLE_NAME, TOPIC_ARN, DLQ_URL } = config.loadConsentKeeperConfig();
  const table = document(TABLE_NAME);
  const people = {
    contacts: new DynamoContacts(table),
    members: new DynamoMembers(table),
    consents: new DynamoConsents(table),
    history: new DynamoConsentHistory(table),
    events: new DynamoTimeline(table),
    submissions: new DynamoSubmissions(table),
    softBounces: new DynamoSoftBounces(table),
    erasures: new DynamoErasures(table),
    announcements: new EventAnnouncements(new SnsEvents(new SnsApi(), TOPIC_ARN), clock),
  };
  const changeConsent = makeChangeConsent(people);
  return {
    edge: queueEdge(DLQ_URL),
    changeConsent,
    eraseContact: makeEraseContact(people),
  };
};
