import { message } from '@bulkhead/contracts';
import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import type { ImportFile } from '../application/import-file.ts';
import { refuse, succeed } from '../domain/result.ts';
import { onUpload } from './on-upload.ts';

const created = (...keys: readonly string[]) => ({
  Records: keys.map((key) => ({ eventName: 'ObjectCreated:Put', s3: { object: { key, size: 3 } } })),
});
const uploadOf = (key: string) => {
  const [, importId, file = '1'] = /^uploads\/(imp_\w+)(?:-(\d))?$/.exec(key) ?? [];
  return importId === undefined ? undefined : { importId, file: Number(file) };
};

const setUp = (importFile?: ImportFile) => {
  const edge = recordingEdge();
  const read: string[] = [];
  const remember: ImportFile = async (importId, cause) => {
    read.push(`${importId} ${cause}`);
    return succeed('writing');
  };
  const handler = onUpload(importFile ?? remember, uploadOf, edge);
  return { edge, read, deliver: (...bodies: readonly unknown[]) => handler(sqsEvent(...bodies), lambdaContext) };
};

it('reads every file that S3 tells of', async () => {
  const { read, deliver } = setUp();

  expect(await deliver(created('uploads/imp_1'), created('uploads/imp_2-3'))).toEqual({ batchItemFailures: [] });
  expect(read).toEqual(['imp_1 1', 'imp_2 3']);
});

it('reads an import that somebody lets be read', async () => {
  const { read, deliver } = setUp();
  const word = message({
    id: 'imp_1:start:etag',
    type: 'read_upload.v1',
    source: 'audience',
    subject: 'imp_1',
    time: new Date('2026-11-22T10:00:00Z'),
    cause: { correlationId: 'request-1' },
    data: { importId: 'imp_1' },
  });

  await deliver(word);

  expect(read).toEqual(['imp_1 0']);
});

it('takes no notice of the test that S3 sends when the notification is set up', async () => {
  const { read, edge, deliver } = setUp();

  await deliver({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'bulkhead-dev-audience-1' });

  expect([read, edge.parked]).toEqual([[], []]);
});

it('parks what is no upload of ours', async () => {
  const { edge, deliver } = setUp();

  await deliver(created('uploads/some+file%20.xlsx'), { Records: [] }, 'not json');

  expect(edge.parked.toSorted()).toEqual(['message_malformed', 'message_malformed', 'upload_unexpected']);
});

it.each(['import_not_found', 'upload_not_found'] as const)('parks an upload with %s', async (kind) => {
  const { edge, deliver } = setUp(async () => refuse({ kind }));

  await deliver(created('uploads/imp_1'));

  expect(edge.parked).toEqual([kind]);
});

it('hands a file back when storage fails', async () => {
  const { deliver } = setUp(async () => {
    throw new Error('slow down');
  });

  expect(await deliver(created('uploads/imp_1'))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
});
