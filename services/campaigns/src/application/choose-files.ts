import { isPicture } from '../domain/media.ts';
import { MOST_MESSAGE_BYTES, messageBytes } from '../domain/message-size.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { type AttachmentChoice, contentIdOf, MOST_FILES, picturesIn } from '../domain/template-files.ts';
import type { ChosenFile, MediaShelf } from './content-ports.ts';

export type FilesProblem =
  | { readonly kind: 'media_missing'; readonly mediaId: string; readonly field: string }
  | { readonly kind: 'media_not_shown'; readonly mediaId: string; readonly contentType: string }
  | { readonly kind: 'too_many_files'; readonly most: number }
  | { readonly kind: 'message_too_large'; readonly bytes: number; readonly most: number };

interface Written {
  readonly html: string;
  readonly text?: string;
  readonly attachments?: readonly AttachmentChoice[];
}

/** A file that an author means, and where. */
interface Meant {
  readonly mediaId: string;
  readonly field: string;
  readonly fileName?: string;
  readonly contentId?: string;
}

type Shelf = Pick<MediaShelf, 'find'>;

/** The files of a mail, if they are there and fit in. */
export const chooseFiles = async (
  shelf: Shelf,
  { html, text = html, attachments = [] }: Written,
): Promise<Result<readonly ChosenFile[], FilesProblem>> => {
  const meant: readonly Meant[] = [
    ...attachments.map((choice, n) => ({ ...choice, field: `attachments.${n}.mediaId` })),
    ...picturesIn(html).map((mediaId) => ({ mediaId, field: 'html', contentId: contentIdOf(mediaId) })),
  ];
  if (meant.length > MOST_FILES) return refuse({ kind: 'too_many_files', most: MOST_FILES });

  const files: ChosenFile[] = [];
  for (const each of meant) {
    const file = await chooseFile(shelf, each);
    if (!file.ok) return file;
    files.push(file.value);
  }
  const bytes = messageBytes(
    [html, text],
    files.map(({ media }) => media.bytes),
  );
  return bytes <= MOST_MESSAGE_BYTES
    ? succeed(files)
    : refuse({ kind: 'message_too_large', bytes, most: MOST_MESSAGE_BYTES });
};

const chooseFile = async (
  shelf: Shelf,
  { mediaId, field, fileName, contentId }: Meant,
): Promise<Result<ChosenFile, FilesProblem>> => {
  const media = await shelf.find(mediaId);
  if (media === undefined) return refuse({ kind: 'media_missing', mediaId, field });
  if (contentId === undefined) return succeed({ media, fileName: fileName ?? media.fileName });
  if (!isPicture(media)) return refuse({ kind: 'media_not_shown', mediaId, contentType: media.contentType });
  return succeed({ media, fileName: media.fileName, contentId });
};
