import { checkImage, type Image, type ImageProblem, imagePath } from '../domain/image.ts';
import { type Result, succeed } from '../domain/result.ts';
import type { UploadPermit } from './ports.ts';

/** Where pictures lie that everybody may load. */
export interface PublicImages {
  permit(image: Image): Promise<UploadPermit>;
}

export interface NewImage {
  readonly contentType: string;
  readonly bytes: number;
}

export type AddImage = (
  image: NewImage,
) => Promise<Result<{ readonly image: Image; readonly url: string; readonly upload: UploadPermit }, ImageProblem>>;

interface Needs {
  readonly images: PublicImages;
  readonly newId: () => string;
  /** Where the world loads them from, `https://console.example.com`; empty where the stage does not know. */
  readonly origin: string;
}

/** Makes room for a picture under an address that nobody can guess and that never shows another one. */
export const makeAddImage =
  ({ images, newId, origin }: Needs): AddImage =>
  async ({ contentType, bytes }) => {
    const checked = checkImage(contentType, bytes);
    if (!checked.ok) return checked;

    const image: Image = { id: newId(), ...checked.value };
    return succeed({ image, url: `${origin}/${imagePath(image)}`, upload: await images.permit(image) });
  };
