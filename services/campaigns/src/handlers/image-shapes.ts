import { id, text } from '@bulkhead/contracts';
import { oneLine } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

export const ImagePath = z.object({ imageId: id() });

export const ImageBody = z.strictObject({
  /** Not part of the address: that would tell readers what a file is called here. */
  fileName: z.optional(text(200).check(oneLine)),
  contentType: z.string().check(z.toLowerCase(), z.maxLength(78)),
  size: z.int().check(z.nonnegative()),
});
