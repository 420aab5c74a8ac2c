import { type HttpAnswer, type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { AddImage } from '../application/images.ts';
import { IMAGE_TYPES, type ImageProblem } from '../domain/image.ts';
import { unprocessable } from './answers.ts';
import { ImageBody } from './image-shapes.ts';
import { imageToUpload } from './image-view.ts';
import { say } from './sentences.ts';

/** POST /api/campaigns/images */
export const addImage = (add: AddImage, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      body: ImageBody,
      handle: async ({ body: { contentType, size, fileName } }) => {
        const outcome = await add({ contentType, bytes: size, fileName });
        return outcome.ok ? { status: 201, body: imageToUpload(outcome.value) } : answerToImage(outcome.problem);
      },
    },
    edge,
  );

const answerToImage = (found: ImageProblem): HttpAnswer => {
  switch (found.kind) {
    case 'image_type_refused':
      return unprocessable('contentType', say(found.kind, { types: IMAGE_TYPES.join(', ') }));
    case 'image_size_unusable':
      return unprocessable('size', say(found.kind, { most: found.most }));
  }
};
