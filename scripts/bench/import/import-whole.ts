import { domainToASCII } from 'node:url';

import { S3Bucket } from '../../../packages/lambda-kit/src/aws/index.ts';
import { doubtsAbout } from '../../../services/audience/src/adapters/address-doubts.ts';
import { contactIdOf } from '../../../services/audience/src/adapters/contact-id.ts';
import { S3ImportFiles } from '../../../services/audience/src/adapters/s3-import-files.ts';
import { S3Uploads } from '../../../services/audience/src/adapters/s3-uploads.ts';
import { makeImportFile } from '../../../services/audience/src/application/import-file.ts';
import type { OpenUpload } from '../../../services/audience/src/application/import-ports.ts';
import { InMemoryAttributes } from '../../../services/audience/src/testing/in-memory-attributes.ts';
import { InMemoryColumns } from '../../../services/audience/src/testing/in-memory-columns.ts';
import {
  InMemoryImports,
  InMemoryWrittenChunks,
  RecordingChunkCommands,
} from '../../../services/audience/src/testing/in-memory-imports.ts';
import type { Read } from './measured-reading.ts';

const importId = 'imp_1';
const at = '2026-11-21T10:00:00.000Z';

/** The whole of what the parser's function does, whoever opens its file: only its table and its queue are in memory. */
export const importWhole = async (fileName: string, openUploadIn: (bucket: S3Bucket) => OpenUpload): Promise<Read> => {
  const bucket = new S3Bucket('bench');
  const imports = new InMemoryImports();
  const progress = { status: 'awaiting_upload' } as const;
  const request = { importId, listId: 'lst_1', fileName, columns: {}, requestedAt: at, correlationId: 'bench' };
  await imports.add({ ...request, replays: 0, progress, revision: 0 });
  const importFile = makeImportFile({
    imports,
    writtenChunks: new InMemoryWrittenChunks(),
    uploads: new S3Uploads(bucket),
    files: new S3ImportFiles(bucket),
    commands: new RecordingChunkCommands(),
    openUpload: openUploadIn(bucket),
    attributes: new InMemoryAttributes(),
    remembered: new InMemoryColumns(),
    toAscii: domainToASCII,
    contactIdOf,
    doubtsAbout,
    clock: { now: () => new Date() },
  });

  await importFile(importId);

  const outcome = (await imports.find(importId))?.progress;
  if (outcome === undefined || !('reading' in outcome))
    throw new Error(`The file was not read: ${JSON.stringify(outcome)}`);
  return { rows: outcome.reading?.tally.accepted ?? 0 };
};
