/** Quoted-printable text together with the column at which its last line ends. */
export interface Encoded {
  readonly text: string;
  readonly column: number;
}

/** A line has at most 76 characters, of which the last may be the `=` of a soft line break. */
const LINE = 75;
export const SOFT_BREAK = '=\r\n';

const SPACE = 0x20;
const DOT = 0x2e;
const LINE_BREAK = /\r\n|\r|\n/;
/** Printable ASCII but `=`, with spaces only inside and no dot in front: needs no encoding at all. */
const PLAIN = /^[!-\-/-<>-~](?:[ -<>-~]*[!-<>-~])?$/;

const escapes = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
const tokens = escapes.map((escaped, byte) =>
  byte >= SPACE && byte <= 0x7e && byte !== 0x3d ? String.fromCharCode(byte) : escaped,
);

/** At the edges of a line: a dot in front means something to SMTP, a space at the end may vanish. */
const edgeTokens = tokens.map((token, byte) => (byte === SPACE || byte === DOT ? (escapes[byte] ?? '') : token));

/**
 * Encodes text, any line break in it as CRLF, that begins at a column of a line. Whatever follows may begin right behind it:
 * white space at the end of a line is encoded, so that nothing can make it vanish.
 */
export const encodeFrom = (column: number, text: string): Encoded => {
  if (isPlain(column, text)) return { text, column: column + text.length };

  const [first = '', ...others] = text.split(LINE_BREAK);
  return others.reduce<Encoded>(
    (before, line) => {
      const encoded = encodeLine(0, line);
      return { text: `${before.text}\r\n${encoded.text}`, column: encoded.column };
    },
    encodeLine(column, first),
  );
};

const isPlain = (column: number, line: string): boolean => column + line.length <= LINE && PLAIN.test(line);

const encodeLine = (start: number, line: string): Encoded => {
  if (isPlain(start, line)) return { text: line, column: start + line.length };

  const bytes = Buffer.from(line);
  let text = '';
  let column = start;
  for (const [n, byte] of bytes.entries()) {
    const isAtEdge = column % LINE === 0 || n === bytes.length - 1;
    const token = (isAtEdge ? edgeTokens : tokens)[byte] ?? '';
    if (column + token.length > LINE) {
      text += SOFT_BREAK;
      column = 0;
    }
    text += token;
    column += token.length;
  }
  return { text, column };
};
