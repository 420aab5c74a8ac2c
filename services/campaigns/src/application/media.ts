import { checkMedia, type Media, type MediaProblem, type NewMedia } from '../domain/media.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { MediaFiles, MediaShelf, UploadPermit } from './content-ports.ts';

interface Needs {
  readonly media: MediaShelf;
  readonly files: MediaFiles;
}

export type AddMedia = (
  file: NewMedia,
) => Promise<Result<{ readonly media: Media; readonly upload: UploadPermit }, MediaProblem>>;
/** With where it can be looked at for a while, once it is uploaded. */
export type GetMedia = (mediaId: string) => Promise<{ readonly media: Media; readonly url?: string } | undefined>;
export type RemoveMedia = (mediaId: string) => Promise<Result<undefined, { readonly kind: 'media_not_found' }>>;

/** Makes room for a file, which is uploaded straight to storage: exactly the bytes, and of the type, that were announced. */
export const makeAddMedia =
  ({ media, files, newId }: Needs & { readonly newId: () => string }): AddMedia =>
  async ({ fileName, contentType, bytes }) => {
    const checked = checkMedia({ fileName, contentType, bytes });
    if (!checked.ok) return checked;

    const added: Media = { id: newId(), version: 1, fileName, contentType, bytes };
    await media.save(added);
    return succeed({ media: added, upload: await files.permit(added) });
  };

export const makeGetMedia =
  ({ media, files }: Needs): GetMedia =>
  async (mediaId) => {
    const found = await media.find(mediaId);
    if (found === undefined) return undefined;
    return { media: found, ...((await files.isUploaded(mediaId)) && { url: await files.link(found) }) };
  };

/** Runs and tests that were frozen have copies. A template that still names it is refused when it is sent. */
export const makeRemoveMedia =
  ({ media, files }: Needs): RemoveMedia =>
  async (mediaId) => {
    const found = await media.find(mediaId);
    if (found === undefined) return refuse({ kind: 'media_not_found' });
    await files.remove(mediaId);
    await media.remove(found);
    return succeed(undefined);
  };
