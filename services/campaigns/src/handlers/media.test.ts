import { httpEvent, inMemoryBucket, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { makeAddMedia, makeGetMedia, makeRemoveMedia } from '../application/media.ts';
import { InMemoryMedia } from '../testing/in-memory.ts';
import { mediaFilesIn } from '../testing/real.ts';
import { pdf } from '../testing/world.ts';
import { addMedia } from './add-media.ts';
import { deleteMedia } from './delete-media.ts';
import { getMedia } from './get-media.ts';
import { listMedia } from './list-media.ts';

const route = 'GET /api/campaigns/media/{mediaId}';
const body = { fileName: '목록.pdf', contentType: 'Application/PDF', size: 4_000 };

const setUp = () => {
  const bucket = inMemoryBucket('campaigns');
  const needs = { media: new InMemoryMedia(pdf), files: mediaFilesIn(bucket) };
  const edge = recordingEdge();
  const [add, get, remove] = [
    addMedia(makeAddMedia({ ...needs, newId: () => 'med_9' }), edge),
    getMedia(makeGetMedia(needs), edge),
    deleteMedia(makeRemoveMedia(needs), edge),
  ];
  const list = listMedia(needs.media, edge);
  return {
    bucket,
    add: (given: unknown) => add(httpEvent({ route: 'POST /api/campaigns/media', body: given }), lambdaContext),
    get: (mediaId: string) => get(httpEvent({ route, path: { mediaId } }), lambdaContext),
    remove: (mediaId: string) => remove(httpEvent({ route, path: { mediaId } }), lambdaContext),
    list: () => list(httpEvent({ route: 'GET /api/campaigns/media' }), lambdaContext),
  };
};
const parsed = (text: string | undefined): unknown => JSON.parse(text ?? 'null');

it('makes room for a file and says where it goes', async () => {
  const { add, list } = setUp();

  const answer = await add(body);

  expect(answer.statusCode).toBe(201);
  expect(parsed(answer.body)).toEqual({
    mediaId: 'med_9',
    fileName: '목록.pdf',
    contentType: 'application/pdf',
    size: 4_000,
    upload: {
      method: 'PUT',
      url: 'https://campaigns.test/media/med_9?method=PUT&seconds=3600',
      headers: { 'content-type': 'application/pdf' },
    },
  });
  expect(parsed((await list()).body)).toMatchObject({ items: [{ mediaId: 'med_9' }, { mediaId: 'med_1' }] });
});

it.each([
  [{ ...body, fileName: 'run.exe' }, 'file_type_refused', 'fileName'],
  [{ ...body, fileName: 'a\u202Eb.pdf' }, 'file_name_unusable', 'fileName'],
  [{ ...body, contentType: 'message/rfc822' }, 'content_type_refused', 'contentType'],
  [{ ...body, size: 20_000_000 }, 'file_size_unusable', 'size'],
])('refuses what cannot go with a mail: %j', async (given, code, field) => {
  const answer = await setUp().add(given);

  expect(answer.statusCode).toBe(422);
  expect(parsed(answer.body)).toMatchObject({ type: `urn:bulkhead:problem:${code}`, errors: [{ field }] });
});

it('says whether a file has been uploaded, and where it can be looked at', async () => {
  const { bucket, get } = setUp();

  const before = parsed((await get('med_1')).body);
  await bucket.put('media/med_1', { body: '%PDF', contentType: 'application/pdf' });
  const after = parsed((await get('med_1')).body);

  expect([before, after]).toEqual([
    expect.objectContaining({ mediaId: 'med_1', status: 'awaiting_upload' }),
    expect.objectContaining({ status: 'ready', url: 'https://campaigns.test/media/med_1?method=GET&seconds=900' }),
  ]);
});

it('forgets a file with its bytes', async () => {
  const { bucket, get, remove } = setUp();
  await bucket.put('media/med_1', { body: '%PDF', contentType: 'application/pdf' });

  expect((await remove('med_1')).statusCode).toBe(204);
  expect([(await get('med_1')).statusCode, (await remove('med_1')).statusCode, bucket.objects.size]).toEqual([
    404, 404, 0,
  ]);
});
