import { type Result, refuse, succeed } from './result.ts';

/** A picture that mails load from the web: public from the moment it is uploaded, and never changed. */
export interface Image {
  readonly id: string;
  readonly version: 1;
  /** What people here call it. No reader of a mail sees it; missing where nobody said one. */
  readonly fileName?: string | undefined;
  readonly contentType: ImageType;
  readonly bytes: number;
}

/** What mail programs show. SVG is none of it: it can hold scripts, and this is an address of ours. */
const EXTENSIONS = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
} as const;
export type ImageType = keyof typeof EXTENSIONS;
export const IMAGE_TYPES: readonly string[] = Object.keys(EXTENSIONS);

/** More would be seen by few: people leave before it is loaded. */
export const MOST_IMAGE_BYTES = 5_000_000;

export type ImageProblem =
  | { readonly kind: 'image_type_refused' }
  | { readonly kind: 'image_size_unusable'; readonly most: number };

const isImageType = (contentType: string): contentType is ImageType => IMAGE_TYPES.includes(contentType);

export const checkImage = (
  contentType: string,
  bytes: number,
): Result<Pick<Image, 'contentType' | 'bytes'>, ImageProblem> => {
  if (!isImageType(contentType)) return refuse({ kind: 'image_type_refused' });
  return bytes >= 1 && bytes <= MOST_IMAGE_BYTES
    ? succeed({ contentType, bytes })
    : refuse({ kind: 'image_size_unusable', most: MOST_IMAGE_BYTES });
};

/** Where it is, from the root of the address that mails load it from. Also its key in the bucket. */
export const imagePath = ({ id, contentType }: Pick<Image, 'id' | 'contentType'>): string =>
  `images/${id}.${EXTENSIONS[contentType]}`;
