import { encodeFrom, SOFT_BREAK } from './quoted-printable.ts';

/** What goes between the fixed pieces of a part for one recipient. */
export interface Fillings {
  readonly values: readonly string[];
  /** The template ended itself behind the last of these values. */
  readonly isBrokenOff: boolean;
}

/**
 * Encodes the fixed pieces of a part, once. What it answers puts values between them and encodes nothing but those: a soft line
 * break behind every value lets the next piece begin a line, whatever the value's length.
 */
export const encodePart = (fixed: readonly string[]): ((fillings: Fillings) => string) => {
  const [first = encodeFrom(0, ''), ...rest] = fixed.map((piece) => encodeFrom(0, piece));
  const beginsWithLf = fixed.map((piece) => piece.startsWith('\n'));

  return ({ values, isBrokenOff }) => {
    let text = first.text;
    let { column } = first;
    for (const [n, value] of values.entries()) {
      // A line break of which the value has one half and the next piece the other is one.
      const isHalved = beginsWithLf[n + 1] === true && value.endsWith('\r');
      const filled = encodeFrom(column, isHalved ? value.slice(0, -1) : value);
      const next = rest[n];
      text += filled.text;
      column = filled.column;
      if (next === undefined || next.text === '' || (isBrokenOff && n === values.length - 1)) continue;

      text += column === 0 || next.text.startsWith('\r\n') ? next.text : SOFT_BREAK + next.text;
      column = next.column;
    }
    return text;
  };
};
