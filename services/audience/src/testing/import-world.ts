import { domainToASCII } from 'node:url';

import { doubtsAbout } from '../adapters/address-doubts.ts';
import { contactIdOf } from '../adapters/contact-id.ts';
import { makeImportFile } from '../application/import-file.ts';
import { makeCancelImport, makeGetImport, makeReplayImport } from '../application/imports.ts';
import { makeStartImport } from '../application/preview/start-import.ts';
import { type ImportRequest, makeRequestImport } from '../application/request-import.ts';
import { makeUpsertContacts } from '../application/upsert-contacts.ts';
import { makeWriteChunk } from '../application/write-chunk.ts';
import type { Attribute } from '../domain/attribute.ts';
import { InMemoryAttributes } from './in-memory-attributes.ts';
import { InMemoryColumns } from './in-memory-columns.ts';
import {
  InMemoryImportFiles,
  InMemoryImports,
  InMemoryUploads,
  InMemoryWrittenChunks,
  RecordingChunkCommands,
} from './in-memory-imports.ts';
import { InMemoryContacts, InMemoryLists, InMemoryMembers } from './in-memory-people.ts';
import { countingIds, tickingClock } from './in-memory-platform.ts';

export const list = { listId: 'lst_1', name: 'Letters', createdAt: '2026-11-01T00:00:00.000Z' };
export const cause = { correlationId: 'request-1' };
export const people = (size: number, name = 'Person') =>
  ['email,name', ...Array.from({ length: size }, (_, n) => `person.${n}@example.com,${name} ${n}`)].join('\n');

/** Everything that an import needs, in memory. */
export const importWorld = (...attributes: readonly Attribute[]) => {
  const imports = new InMemoryImports();
  const uploads = new InMemoryUploads();
  const writtenChunks = new InMemoryWrittenChunks();
  const files = new InMemoryImportFiles();
  const commands = new RecordingChunkCommands();
  const contacts = new InMemoryContacts();
  const members = new InMemoryMembers();
  const remembered = new InMemoryColumns();
  const words: string[] = [];
  const needs = {
    imports,
    uploads,
    writtenChunks,
    files,
    commands,
    remembered,
    attributes: new InMemoryAttributes(...attributes),
  };
  const writeChunk = makeWriteChunk({ ...needs, upsertContacts: makeUpsertContacts({ contacts, members }) });
  const clock = tickingClock('2026-11-21T10:00:00Z');
  return {
    ...needs,
    contacts,
    members,
    /** The imports that somebody has let be read. */
    words,
    requestImport: makeRequestImport({ ...needs, lists: new InMemoryLists(list), ids: countingIds(), clock }),
    startImport: makeStartImport({ ...needs, commands: { read: async (importId) => void words.push(importId) } }),
    importFile: makeImportFile({
      ...needs,
      openUpload: (...opening) => uploads.open(...opening),
      toAscii: domainToASCII,
      contactIdOf,
      doubtsAbout,
      clock,
    }),
    getImport: makeGetImport({ ...needs, clock }),
    cancelImport: makeCancelImport(needs),
    replayImport: makeReplayImport(needs),
    writeAll: async () => {
      for (const chunk of commands.sent) await writeChunk(chunk);
    },
    deliver: (n: number) => writeChunk(commands.sent.at(n) ?? { importId: '', attempt: '', chunk: 0, uri: '' }),
  };
};

export type ImportWorld = ReturnType<typeof importWorld>;

export const givenImport = async (world: ImportWorld, request: Omit<ImportRequest, 'listId'>): Promise<string> => {
  const requested = await world.requestImport({ listId: list.listId, ...request }, cause);
  return requested.ok ? requested.value.importId : '';
};

export const reportOf = async (world: ImportWorld, importId: string) => {
  const report = await world.getImport(importId);
  const progress = report?.request.progress;
  return {
    status: progress?.status,
    ...(progress && 'reading' in progress && progress.reading?.tally),
    written: report?.written.contacts,
  };
};
