import { checkImage, type Image, type ImageProblem, imagePath } from '../domain/image.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { UploadPermit } from './content-ports.ts';
import type { Page, PageRequest } from './ports.ts';

/** Where pictures lie that everybody may load. */
export interface PublicImages {
  permit(image: Image): Promise<UploadPermit>;
  remove(image: Image): Promise<void>;
}

/** What is known of pictures. */
export interface ImageShelf {
  find(imageId: string): Promise<Image | undefined>;
  list(page: PageRequest): Promise<Page<Image>>;
  save(image: Image): Promise<void>;
  remove(image: Image): Promise<void>;
}

export interface NewImage {
  readonly contentType: string;
  readonly bytes: number;
  readonly fileName?: string | undefined;
}

export interface ShownImage {
  readonly image: Image;
  readonly url: string;
}

export type AddImage = (
  image: NewImage,
) => Promise<Result<ShownImage & { readonly upload: UploadPermit }, ImageProblem>>;
export type ListImages = (page: PageRequest) => Promise<Page<ShownImage>>;
export type RemoveImage = (imageId: string) => Promise<Result<undefined, { readonly kind: 'image_not_found' }>>;

interface Needs {
  readonly shelf: ImageShelf;
  readonly images: PublicImages;
}

interface Shown {
  readonly shelf: Pick<ImageShelf, 'list'>;
  /** Where the world loads them from, `https://console.example.com`; empty where the stage does not know. */
  readonly origin: string;
}

const urlOf = (origin: string, image: Image): string => `${origin}/${imagePath(image)}`;

/** Makes room for a picture under an address that nobody can guess and that never shows another one. */
export const makeAddImage =
  ({ shelf, images, newId, origin }: Needs & Pick<Shown, 'origin'> & { readonly newId: () => string }): AddImage =>
  async ({ contentType, bytes, fileName }) => {
    const checked = checkImage(contentType, bytes);
    if (!checked.ok) return checked;

    const image: Image = { id: newId(), version: 1, ...checked.value, ...(fileName !== undefined && { fileName }) };
    await shelf.save(image);
    return succeed({ image, url: urlOf(origin, image), upload: await images.permit(image) });
  };

export const makeListImages =
  ({ shelf, origin }: Shown): ListImages =>
  async (page) => {
    const { items, ...rest } = await shelf.list(page);
    return { items: items.map((image) => ({ image, url: urlOf(origin, image) })), ...rest };
  };

/** The bytes first: whoever asks again after half of it finds the picture still listed. Mails that show it have a gap from then on. */
export const makeRemoveImage =
  ({ shelf, images }: Needs): RemoveImage =>
  async (imageId) => {
    const found = await shelf.find(imageId);
    if (found === undefined) return refuse({ kind: 'image_not_found' });
    await images.remove(found);
    await shelf.remove(found);
    return succeed(undefined);
  };
