import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { makeAddImage } from '../application/images.ts';
import { MOST_IMAGE_BYTES } from '../domain/image.ts';
import { publicImagesIn } from '../testing/real.ts';
import { addImage } from './add-image.ts';

const setUp = (origin = 'https://console.example.org') => {
  const signed: { readonly key: string; readonly headers: unknown }[] = [];
  const images = publicImagesIn({
    presign: async (key, { headers }) => {
      signed.push({ key, headers });
      return `https://bucket.s3.amazonaws.com/${key}?signed`;
    },
  });
  const add = addImage(makeAddImage({ images, newId: () => 'img_1', origin }), recordingEdge());
  return {
    signed,
    add: async (body: unknown) => {
      const answer = await add(httpEvent({ route: 'POST /api/campaigns/images', body }), lambdaContext);
      return { status: answer.statusCode, body: JSON.parse(answer.body ?? 'null') };
    },
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

it('lets exactly the bytes be put that were announced, to be cached for ever', async () => {
  const { add, signed } = setUp();

  await add(png);

  expect(signed).toEqual([
    {
      key: 'images/img_1.png',
      headers: {
        'content-type': 'image/png',
        'content-length': '4000',
        'cache-control': 'public, max-age=31536000, immutable',
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
