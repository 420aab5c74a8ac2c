import { count, id } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { pageOf } from './answers.ts';

export const ImageListed = z.object({
  imageId: id(),
  /** What it is called here. */
  fileName: z.optional(z.string()),
  contentType: z.string(),
  size: count(),
  /** Where mails load it from: an address, or, where the stage does not know its own, a path of the console. */
  url: z.string(),
});

export const ImagePage = pageOf(ImageListed);

export const ImageToUpload = z.object({
  ...ImageListed.shape,
  upload: z.object({ url: z.url(), method: z.literal('PUT'), headers: z.record(z.string(), z.string()) }),
});
