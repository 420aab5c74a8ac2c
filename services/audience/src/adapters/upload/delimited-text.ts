import { DELIMITERS } from '../../domain/text-format.ts';

/** Headers stand within so many letters, and in one of so many lines. */
const START_LETTERS = 2 ** 16;
const START_LINES = 20;

/** Puts back in front what was taken out of a text. */
export async function* continued(start: string, pieces: AsyncIterator<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  yield* { [Symbol.asyncIterator]: () => pieces };
}

/** Every end of a line as a line feed, in cells too: people glue files of several systems together. */
async function* withLineFeeds(text: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of text) {
    const start = held + String(piece);
    // Whether a line feed follows is not known yet.
    held = start.endsWith('\r') ? '\r' : '';
    yield lineFeeds(start.slice(0, start.length - held.length));
  }
  if (held !== '') yield '\n';
}

const lineFeeds = (text: string): string =>
  text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;

/** Finds out what stands between the values, from the beginning of a text; answers with the whole of it, its lines ended by line feeds. */
export const delimiterOf = async (text: AsyncIterable<Buffer | string>, wanted: string | undefined) => {
  const pieces = withLineFeeds(text);
  const start = await startOf(pieces);
  const declared = /^sep=(.)\n/i.exec(start);
  // The line is kept as an empty one, so that rows keep their numbers.
  const rest = declared === null ? start : start.slice(start.indexOf('\n'));
  return { delimiter: wanted ?? declared?.[1] ?? likelyDelimiter(start), text: continued(rest, pieces) };
};

/** Pieces may be as short as the network makes them. */
const startOf = async (pieces: AsyncIterator<string>): Promise<string> => {
  let start = '';
  while (start.length < START_LETTERS) {
    const piece = await pieces.next();
    if (piece.done === true) break;
    start += piece.value;
  }
  return start;
};

/** What the headers are most often parted by: the first line with anything between values. A title may stand above. */
const likelyDelimiter = (start: string): string => {
  const lines = start.replaceAll(/"[^"]*"/g, '').split('\n', START_LINES);
  const headers = lines.find((line) => DELIMITERS.some((delimiter) => line.includes(delimiter))) ?? '';
  const times = (delimiter: string) => headers.split(delimiter).length;
  const [delimiter = ','] = DELIMITERS.toSorted((one, other) => times(other) - times(one));
  return delimiter;
};
