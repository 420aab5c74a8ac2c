/** A file that an author attaches, under its own name or another one. */
export interface AttachmentChoice {
  readonly mediaId: string;
  readonly fileName?: string;
}

/** More would hardly be mail. */
export const MOST_FILES = 20;

const SHOWN = /\bcid:(med_[A-Za-z0-9]{1,36})(?![A-Za-z0-9@])/g;

/** The pictures that HTML shows: `<img src="cid:med_…">`. Each once. */
export const picturesIn = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(SHOWN)].map(([, mediaId = '']) => mediaId)),
];

/** RFC 2392 wants an address there; authors need not know. */
export const contentIdOf = (mediaId: string): string => `${mediaId}@bulkhead`;

/** HTML that shows its pictures by their content ids. */
export const withContentIds = (html: string): string =>
  html.replaceAll(SHOWN, (_, mediaId: string) => `cid:${contentIdOf(mediaId)}`);
