/** What SES takes of one message, with everything in it encoded. */
export const MOST_MESSAGE_BYTES = 10 * 1_024 * 1_024;

/** Room for headers, and for what a recipient's values add. */
const RESERVE = 32 * 1_024;
const FILE_HEADERS = 1_024;
const LINE = 76;

/** How long bytes are in base64, in lines. */
const encoded = (bytes: number): number => {
  const letters = Math.ceil(bytes / 3) * 4;
  return letters + Math.ceil(letters / LINE) * 2;
};

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** How long a mail will be: an estimate that is never too low, unless a recipient's values are very long. */
export const messageBytes = (texts: readonly string[], fileBytes: readonly number[]): number =>
  texts.reduce((sum, text) => sum + encoded(bytesOf(text)), RESERVE) +
  fileBytes.reduce((sum, bytes) => sum + encoded(bytes) + FILE_HEADERS, 0);
