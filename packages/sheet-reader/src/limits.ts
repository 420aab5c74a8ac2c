/** What a workbook may ask of its reader: bounds against archives and texts made to exhaust it. */
export interface Limits {
  /** Entries of the archive. */
  readonly entries: number;
  /** Bytes of a part when unpacked. */
  readonly partBytes: number;
  /** Times that a part may grow by unpacking, beyond its first `freeBytes`. Deflate itself ends at 1,032. */
  readonly ratio: number;
  readonly freeBytes: number;
  /** Bytes of a part that is held as a whole: the list of sheets, the styles. */
  readonly smallPartBytes: number;
  /** Bytes of all shared strings together. */
  readonly sharedStringsBytes: number;
  /** Bytes of one cell's text, or of one tag. Excel allows 32,767 characters; entities make them longer. */
  readonly tokenBytes: number;
  /** Letters of one row together. */
  readonly rowLetters: number;
}

const MIB = 1_024 ** 2;

/** Room for the largest sheet that Excel can save (1,048,576 rows), and not for much more. */
export const defaultLimits: Limits = {
  entries: 10_000,
  partBytes: 8_192 * MIB,
  ratio: 250,
  freeBytes: 16 * MIB,
  smallPartBytes: 32 * MIB,
  sharedStringsBytes: 1_024 * MIB,
  tokenBytes: MIB,
  rowLetters: 32 * MIB,
};
