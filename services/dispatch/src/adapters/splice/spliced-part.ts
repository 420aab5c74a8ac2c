import { type Encoded, encodeFrom, SOFT_BREAK } from './quoted-printable.ts';

/** What goes between the fixed pieces of a part for one recipient. */
export interface Fillings {
  readonly values: readonly string[];
  /** The template ended itself behind the last of these values. */
  readonly isBrokenOff: boolean;
}

interface Piece extends Encoded {
  readonly beginsWithLf: boolean;
}

const encodePiece = (text: string): Piece => ({ ...encodeFrom(0, text), beginsWithLf: text.startsWith('\n') });
const nothing = encodePiece('');

/**
 * Encodes the fixed pieces of a part, once. What it answers puts values between them and encodes nothing but those: a soft line
 * break behind every value lets the next piece begin a line, whatever the value's length.
 */
export const encodePart = (fixed: readonly string[]): ((fillings: Fillings) => string) => {
  const [first = nothing, ...rest] = fixed.map(encodePiece);

  return ({ values, isBrokenOff }) => {
    const end = isBrokenOff ? values.length - 1 : values.length;
    let { text, column } = first;
    for (const [n, value] of values.entries()) {
      const next = (n < end ? rest[n] : undefined) ?? nothing;
      const filled = encodeFrom(column, wholeBefore(next, value));
      text += filled.text + leadTo(next, filled.column) + next.text;
      column = next.text === '' ? filled.column : next.column;
    }
    return text;
  };
};

/** A line break of which the value has one half and the next piece the other is one. */
const wholeBefore = ({ beginsWithLf }: Piece, value: string): string =>
  beginsWithLf && value.endsWith('\r') ? value.slice(0, -1) : value;

const leadTo = ({ text }: Piece, column: number): string =>
  column === 0 || text === '' || text.startsWith('\r\n') ? '' : SOFT_BREAK;
