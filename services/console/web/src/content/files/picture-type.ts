/** Of a file, so many of its first bytes tell what it is. */
export const TELLING_BYTES = 12;

/** What such files begin with; a dot is any byte. */
const BEGINNINGS = {
  'image/png': '\u0089PNG\r\n\u001a\n',
  'image/jpeg': '\u00ff\u00d8\u00ff',
  'image/gif': 'GIF8.a',
  'image/webp': 'RIFF....WEBP',
} as const;
export type PictureType = keyof typeof BEGINNINGS;

/** What mail programs load from the web, as campaigns takes it. */
export const LINKED: readonly PictureType[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
/** What they show of what comes with the mail. */
export const INSIDE: readonly PictureType[] = ['image/png', 'image/jpeg', 'image/gif'];

/**
 * Whether a file begins as one of these. Neither its name tells, nor whether this browser can show it: some show what phones
 * take, which mails cannot.
 */
export const beginsAs = (bytes: Uint8Array, types: readonly PictureType[]): boolean => {
  const beginning = String.fromCharCode(...bytes.subarray(0, TELLING_BYTES));
  return types.some((type) => fits(beginning, BEGINNINGS[type]));
};

const fits = (beginning: string, pattern: string): boolean =>
  Array.from(pattern).every((letter, at) => letter === '.' || letter === beginning[at]);
