import type { Answer } from '@bulkhead/openapi';

import type { UploadPermit } from '../application/ports.ts';
import type { Image } from '../domain/image.ts';
import type { ImageToUpload } from '../openapi/answers-images.ts';

interface Added {
  readonly image: Image;
  readonly url: string;
  readonly upload: UploadPermit;
}

export const imageView = ({ image, url, upload }: Added): Answer<typeof ImageToUpload> => ({
  imageId: image.id,
  contentType: image.contentType,
  size: image.bytes,
  url,
  upload,
});
