import type { Answer } from '@bulkhead/openapi';
import type { UploadPermit } from '../application/content-ports.ts';
import type { ShownImage } from '../application/images.ts';
import type { ImageListed, ImageToUpload } from '../openapi/answers-images.ts';

export const imageView = ({ image, url }: ShownImage): Answer<typeof ImageListed> => ({
  imageId: image.id,
  ...(image.fileName !== undefined && { fileName: image.fileName }),
  contentType: image.contentType,
  size: image.bytes,
  url,
});

export const imageToUpload = ({
  upload,
  ...shown
}: ShownImage & { readonly upload: UploadPermit }): Answer<typeof ImageToUpload> => ({ ...imageView(shown), upload });
