import { domainToASCII } from 'node:url';

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { createLog, createMeters } from '@bulkhead/lambda-kit';
import { SnsApi, SnsEvents, SqsApi, SqsCommands, SqsDeadLetters } from '@bulkhead/lambda-kit/aws';

import { EventAnnouncements } from './adapters/announcements.ts';
import { SqsChunkCommands, SqsConsentCommands } from './adapters/commands.ts';
import { contactIdOf } from './adapters/contact-id.ts';
import { DynamoConsents } from './adapters/dynamo-consents.ts';
import { DynamoContacts } from './adapters/dynamo-contacts.ts';
import { DynamoImports } from './adapters/dynamo-imports.ts';
import { DynamoLists } from './adapters/dynamo-lists.ts';
import { DynamoMembers } from './adapters/dynamo-members.ts';
import { DynamoSigningKey } from './adapters/dynamo-signing-key.ts';
import { DynamoWrittenChunks } from './adapters/dynamo-written-chunks.ts';
import { HmacUnsubscribeTokens } from './adapters/hmac-unsubscribe-tokens.ts';
import { readSheets } from './adapters/read-sheets.ts';
import { type Presign, S3ImportFiles } from './adapters/s3-import-files.ts';
import { S3Snapshots } from './adapters/s3-snapshots.ts';
import { importIdOf, S3Uploads } from './adapters/s3-uploads.ts';
import { openTable } from './adapters/table.ts';
import { timeOrderedIds } from './adapters/time-ordered-ids.ts';
import { makeChangeConsent, makeRecordOutcome } from './application/change-consent.ts';
import { makeAddContact, makeGetContact, makeListContacts } from './application/contacts.ts';
import { makeImportFile } from './application/import-file.ts';
import { makeGetImport, makeReplayImport, makeRequestImport } from './application/imports.ts';
import { makeCreateList, makeGetList } from './application/lists.ts';
import { makeRequestConsentChange } from './application/request-consent-change.ts';
import { makeTakeSnapshot } from './application/take-snapshot.ts';
import { makeUnsubscribe } from './application/unsubscribe.ts';
import { makeUpsertContacts } from './application/upsert-contacts.ts';
import { makeWriteChunk } from './application/write-chunk.ts';
import * as config from './config.ts';

const now = () => new Date();
const clock = { now };
const ids = timeOrderedIds(now);

const document = (name: string) => openTable(new DynamoDBClient({}), name);
const httpEdge = () => ({ log: createLog(), meters: createMeters() });
const queueEdge = (dlqUrl: string) => ({ ...httpEdge(), deadLetters: new SqsDeadLetters(new SqsApi(), dlqUrl) });

/** A presigned PUT must not promise the checksum of a body that nobody knows yet. */
const presigningS3 = () => new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

const presignWith =
  (s3: S3Client): Presign =>
  (command, expiresIn) =>
    getSignedUrl(s3, command, { expiresIn });

/** For the functions that answer people about lists and contacts. */
export const composeBook = () => {
  const table = document(config.loadTablesConfig().TABLE_NAME);
  const lists = new DynamoLists(table);
  const members = new DynamoMembers(table);
  const contacts = new DynamoContacts(table);
  const consents = new DynamoConsents(table);
  const upsertContacts = makeUpsertContacts({ contacts, members });
  return {
    edge: httpEdge(),
    lists,
    createList: makeCreateList({ lists, ids, clock }),
    getList: makeGetList({ lists, members, consents }),
    listContacts: makeListContacts({ contacts, consents, members }),
    addContact: makeAddContact({ lists, upsertContacts, toAscii: domainToASCII, contactIdOf, clock }),
    getContact: makeGetContact({ contacts, consents }),
    tokens: new HmacUnsubscribeTokens(new DynamoSigningKey(table)),
  };
};

/** For the functions by which people leave and come back. */
export const composeConsentSender = () => {
  const { TABLE_NAME, CONSENTS_QUEUE_URL } = config.loadConsentSenderConfig();
  const table = document(TABLE_NAME);
  const commands = new SqsConsentCommands(new SqsCommands(new SqsApi(), CONSENTS_QUEUE_URL));
  const tokens = new HmacUnsubscribeTokens(new DynamoSigningKey(table));
  return {
    edge: httpEdge(),
    unsubscribe: makeUnsubscribe({ tokens, commands, clock }),
    requestConsentChange: makeRequestConsentChange({ contacts: new DynamoContacts(table), commands, clock }),
  };
};

/** For the functions that answer people about imports. */
export const composeImports = () => {
  const { TABLE_NAME, BUCKET_NAME } = config.loadFilesConfig();
  const table = document(TABLE_NAME);
  const s3 = presigningS3();
  const imports = new DynamoImports(table);
  const uploads = new S3Uploads(s3, BUCKET_NAME);
  const files = new S3ImportFiles(s3, BUCKET_NAME, presignWith(s3));
  return {
    edge: httpEdge(),
    imports,
    requestImport: makeRequestImport({ lists: new DynamoLists(table), imports, uploads, ids, clock }),
    getImport: makeGetImport({ imports, writtenChunks: new DynamoWrittenChunks(table), files }),
    replayImport: makeReplayImport({ imports, uploads }),
  };
};

/** For the function that reads uploaded files. */
export const composeFileReader = () => {
  const { TABLE_NAME, BUCKET_NAME, CONTACT_WRITES_QUEUE_URL, UPLOADS_DLQ_URL } = config.loadFileReaderConfig();
  const table = document(TABLE_NAME);
  const s3 = new S3Client({});
  const importFile = makeImportFile({
    imports: new DynamoImports(table),
    writtenChunks: new DynamoWrittenChunks(table),
    uploads: new S3Uploads(s3, BUCKET_NAME),
    files: new S3ImportFiles(s3, BUCKET_NAME, presignWith(s3)),
    commands: new SqsChunkCommands(new SqsCommands(new SqsApi(), CONTACT_WRITES_QUEUE_URL), clock),
    readSheets,
    toAscii: domainToASCII,
    contactIdOf,
  });
  return { edge: queueEdge(UPLOADS_DLQ_URL), importFile, importIdOf };
};

/** For the function that writes chunks of imports. */
export const composeChunkWriter = () => {
  const { TABLE_NAME, BUCKET_NAME, CONTACT_WRITES_DLQ_URL } = config.loadChunkWriterConfig();
  const table = document(TABLE_NAME);
  const s3 = new S3Client({});
  const writeChunk = makeWriteChunk({
    imports: new DynamoImports(table),
    writtenChunks: new DynamoWrittenChunks(table),
    files: new S3ImportFiles(s3, BUCKET_NAME, presignWith(s3)),
    upsertContacts: makeUpsertContacts({ contacts: new DynamoContacts(table), members: new DynamoMembers(table) }),
  });
  return { edge: queueEdge(CONTACT_WRITES_DLQ_URL), writeChunk };
};

/** For the function that freezes the recipients of runs. */
export const composeSnapshotTaker = () => {
  const { TABLE_NAME, BUCKET_NAME, TOPIC_ARN, SNAPSHOTS_DLQ_URL, PUBLIC_URL, API_URL } =
    config.loadSnapshotTakerConfig();
  const table = document(TABLE_NAME);
  const unsubscribeUrl = `${(PUBLIC_URL || API_URL).replace(/\/$/, '')}/api/audience/unsubscribe/`;
  const takeSnapshot = makeTakeSnapshot({
    lists: new DynamoLists(table),
    members: new DynamoMembers(table),
    contacts: new DynamoContacts(table),
    consents: new DynamoConsents(table),
    snapshots: new S3Snapshots(new S3Client({}), BUCKET_NAME, unsubscribeUrl),
    tokens: new HmacUnsubscribeTokens(new DynamoSigningKey(table)),
    announcements: new EventAnnouncements(new SnsEvents(new SnsApi(), TOPIC_ARN), clock),
    clock,
    ids,
  });
  return { edge: queueEdge(SNAPSHOTS_DLQ_URL), takeSnapshot };
};

/** For the functions that record consents. */
export const composeConsentKeeper = () => {
  const { TABLE_NAME, TOPIC_ARN, DLQ_URL } = config.loadConsentKeeperConfig();
  const changeConsent = makeChangeConsent({
    consents: new DynamoConsents(document(TABLE_NAME)),
    announcements: new EventAnnouncements(new SnsEvents(new SnsApi(), TOPIC_ARN), clock),
  });
  return { edge: queueEdge(DLQ_URL), changeConsent, recordOutcome: makeRecordOutcome(changeConsent) };
};
