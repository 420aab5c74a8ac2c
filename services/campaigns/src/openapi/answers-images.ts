import { count, id } from '@bulkhead/contracts';
import * as z from 'zod/mini';

export const ImageToUpload = z.object({
  imageId: id(),
  contentType: z.string(),
  size: count(),
  /** Where mails load it from: an address, or, where the stage does not know its own, a path of the console. */
  url: z.string(),
  upload: z.object({ url: z.url(), method: z.literal('PUT'), headers: z.record(z.string(), z.string()) }),
});
