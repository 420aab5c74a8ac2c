import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { makeAddImage, makeListImages, makeRemoveImage } from '../application/images.ts';
import { MOST_IMAGE_BYTES } from '../domain/image.ts';
import { InMemoryImages } from '../testing/in-memory.ts';
import { publicImagesIn } from '../testing/real.ts';
import { addImage } from './add-image.ts';
import { deleteImage } from './delete-image.ts';
import { listImages } from './list-images.ts';

const setUp = (origin = 'https://console.example.org') => {
  const signed: { readonly key: string; readonly headers: unknown }[] = [];
  const removed: string[] = [];
  const images = publicImagesIn({
    presign: async (key, { headers }) => {
      signed.push({ key, headers });
      return `https://bucket.s3.amazonaws.com/${key}?signed`;
    },
    remove: async (key) => void removed.push(key),
  });
  const shelf = new InMemoryImages();
  const edge = recordingEdge();
  const newId = () => `img_${signed.length + 1}`;
  const add = addImage(makeAddImage({ shelf, images, newId, origin }), edge);
  const list = listImages(makeListImages({ shelf, origin }), edge);
  const remove = deleteImage(makeRemoveImage({ shelf, images }), edge);
  const read = async (answering: Promise<{ statusCode?: number | undefined; body?: string | undefined }>) => {
    const { statusCode: status, body } = await answering;
    return { status, body: JSON.parse(body ?? 'null') };
  };
  return {
    signed,
    removed,
    add: (body: unknown) => read(add(httpEvent({ route: 'POST /api/campaigns/images', body }), lambdaContext)),
    list: () => read(list(httpEvent({ route: 'GET /api/campaigns/images' }), lambdaContext)),
    remove: (imageId: string) =>
      read(remove(httpEvent({ route: 'DELETE /api/campaigns/images/{imageId}', path: { imageId } }), lambdaContext)),
  };
};
const png = { fileName: 'Summer 2027, secret.png', contentType: 'image/png', size: 4_000 };

it('answers the address that mails will load it from, which says nothing of the file', async () => {
  const answer = await setUp().add(png);

  expect(answer).toMatchObject({
    status: 201,
    body: { imageId: 'img_1', url: 'https://console.example.org/images/img_1.png', upload: { method: 'PUT' } },
  });
});

it('answers a path where the stage does not know its own address', async () => {
  expect((await setUp('').add(png)).body).toMatchObject({ url: '/images/img_1.png' });
});

it('lets exactly the bytes be put that were announced, once, to be cached for ever', async () => {
  const { add, signed } = setUp();

  await add(png);

  expect(signed).toEqual([
    {
      key: 'images/img_1.png',
      headers: {
        'content-type': 'image/png',
        'content-length': '4000',
        'cache-control': 'public, max-age=31536000, immutable',
        'if-none-match': '*',
      },
    },
  ]);
});

it.each([
  ['image_type_refused', { ...png, contentType: 'image/svg+xml' }],
  ['image_type_refused', { ...png, contentType: 'text/html' }],
  ['image_size_unusable', { ...png, size: 0 }],
  ['image_size_unusable', { ...png, size: MOST_IMAGE_BYTES + 1 }],
])('refuses with %s', async (code, body) => {
  const { add, signed } = setUp();

  expect(await add(body)).toMatchObject({ status: 422, body: { type: `urn:bulkhead:problem:${code}` } });
  expect(signed).toEqual([]);
});

it('lists pictures with their addresses, the newest first, by the names that people here gave them', async () => {
  const { add, list } = setUp();
  await add(png);
  await add({ contentType: 'image/gif', size: 10 });

  expect((await list()).body).toEqual({
    items: [
      { imageId: 'img_2', contentType: 'image/gif', size: 10, url: 'https://console.example.org/images/img_2.gif' },
      {
        imageId: 'img_1',
        fileName: 'Summer 2027, secret.png',
        contentType: 'image/png',
        size: 4_000,
        url: 'https://console.example.org/images/img_1.png',
      },
    ],
  });
});

it('deletes a picture from where the world loads it, and from the list', async () => {
  const { add, list, remove, removed } = setUp();
  await add(png);

  const answer = await remove('img_1');

  expect({ status: answer.status, removed, left: (await list()).body }).toEqual({
    status: 204,
    removed: ['images/img_1.png'],
    left: { items: [] },
  });
});

it('deletes nothing that it does not know: no name of a file is made of what somebody asks for', async () => {
  const { remove, removed } = setUp();

  expect(await remove('img_1')).toMatchObject({ status: 404, body: { type: 'urn:bulkhead:problem:image_not_found' } });
  expect(removed).toEqual([]);
});
