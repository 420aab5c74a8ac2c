/** Quoted-printable text together with the column at which its last line ends. */
export interface Encoded {
  readonly text: string;
  readonly column: number;
}

/** A line has at most 76 characters, of which the last may be the `=` of a soft line break. */
const LINE = 75;
export const SOFT_BREAK = '=\r\n';

const LF = 0x0a;
const CR = 0x0d;
const DOT = 0x2e;
/** Printable ASCII but `=`, with spaces only inside: needs no encoding at all. */
const PLAIN = /^[!-<>-~](?:[ -<>-~]*[!-<>-~])?$/;

const escapes = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
const literals = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte <= 0x7e && byte !== 0x3d ? String.fromCharCode(byte) : '',
);

/**
 * Encodes text, any line break in it as CRLF, that begins at a column of a line. Whatever follows may begin right behind it: white space at its end is
 * encoded, so that no line break after it can make it vanish.
 */
export const encodeFrom = (column: number, text: string): Encoded => {
  if (column + text.length <= LINE && PLAIN.test(text) && (column > 0 || text.charCodeAt(0) !== DOT)) {
    return { text, column: column + text.length };
  }
  return encodeBytes(column, Buffer.from(text));
};

const encodeBytes = (start: number, bytes: Uint8Array): Encoded => {
  let text = '';
  let column = start;

  for (const [n, byte] of bytes.entries()) {
    const next = bytes[n + 1];
    if (byte === CR && next === LF) continue;
    if (byte === LF || byte === CR) {
      text += '\r\n';
      column = 0;
      continue;
    }
    let token = tokenFor(byte, next);
    if (column + token.length > LINE) {
      text += SOFT_BREAK;
      column = 0;
    }
    // A dot at the start of a line means something to SMTP.
    if (column === 0 && byte === DOT) token = escapes[DOT] ?? '';
    text += token;
    column += token.length;
  }
  return { text, column };
};

const tokenFor = (byte: number, next: number | undefined): string => {
  const isLast = next === undefined || next === LF || next === CR;
  return (byte === 0x20 && isLast ? '' : literals[byte]) || (escapes[byte] ?? '');
};
