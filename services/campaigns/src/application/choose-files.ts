import { isPicture, type Media } from '../domain/media.ts';
import { MOST_MESSAGE_BYTES, messageBytes } from '../domain/message-size.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { type AttachmentChoice, contentIdOf, MOST_FILES, picturesIn } from '../domain/template-files.ts';
import type { ChosenFile, MediaShelf } from './ports.ts';

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

/** The files of a mail, if they are there and fit in. */
export const chooseFiles = async (
  shelf: Pick<MediaShelf, 'find'>,
  { html, text = html, attachments = [] }: Written,
): Promise<Result<readonly ChosenFile[], FilesProblem>> => {
  const pictures = picturesIn(html);
  if (attachments.length + pictures.length > MOST_FILES) return refuse({ kind: 'too_many_files', most: MOST_FILES });

  const files: ChosenFile[] = [];
  for (const [n, { mediaId, fileName }] of attachments.entries()) {
    const media = await shelf.find(mediaId);
    if (media === undefined) return refuse({ kind: 'media_missing', mediaId, field: `attachments.${n}.mediaId` });
    files.push({ media, fileName: fileName ?? media.fileName });
  }
  for (const mediaId of pictures) {
    const media = await shelf.find(mediaId);
    if (media === undefined) return refuse({ kind: 'media_missing', mediaId, field: 'html' });
    if (!isPicture(media)) return refuse({ kind: 'media_not_shown', mediaId, contentType: media.contentType });
    files.push({ media, fileName: media.fileName, contentId: contentIdOf(mediaId) });
  }
  const fits = checkSize(
    [html, text],
    files.map(({ media }) => media),
  );
  return fits.ok ? succeed(files) : fits;
};

const checkSize = (texts: readonly string[], files: readonly Media[]): Result<undefined, FilesProblem> => {
  const bytes = messageBytes(
    texts,
    files.map((file) => file.bytes),
  );
  return bytes <= MOST_MESSAGE_BYTES
    ? succeed(undefined)
    : refuse({ kind: 'message_too_large', bytes, most: MOST_MESSAGE_BYTES });
};
