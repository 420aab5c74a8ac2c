import { type CountedCell, grids } from '../domain/time-cells.ts';

/** Five bytes a cell: 24 bits for the minute since 2020, 3 for the grid, 13 for how many: at most 7,000. */
const CELL_BYTES = 5;
const EPOCH = Date.UTC(2020, 0, 1) / 60_000;
/** 2051. What clocks that are wrong say before or after is put there: a time is nothing to fail for. */
const LAST = 2 ** 24 - 1;
const COUNT_BITS = 13;
const GRID_BITS = 3;

/** In the order of time, so that the same counts are the same bytes. */
export const packCells = (cells: readonly CountedCell[]): Buffer => {
  const packed = Buffer.alloc(cells.length * CELL_BYTES);
  const ordered = cells.toSorted((a, b) => a.start - b.start || a.minutes - b.minutes);
  for (const [n, { start, minutes, count }] of ordered.entries()) {
    const since = Math.min(LAST, Math.max(0, start - EPOCH));
    const place = since * 2 ** GRID_BITS + grids.findIndex((grid) => grid === minutes);
    packed.writeUIntBE(place * 2 ** COUNT_BITS + count, n * CELL_BYTES, CELL_BYTES);
  }
  return packed;
};

/** A grid that this version does not know is taken for the widest. */
export const unpackCells = (packed: Uint8Array | undefined): readonly CountedCell[] => {
  if (packed === undefined) return [];
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  return Array.from({ length: bytes.length / CELL_BYTES }, (_, n) => {
    const number = bytes.readUIntBE(n * CELL_BYTES, CELL_BYTES);
    const place = Math.floor(number / 2 ** COUNT_BITS);
    return {
      start: Math.floor(place / 2 ** GRID_BITS) + EPOCH,
      minutes: grids[place % 2 ** GRID_BITS] ?? Math.max(...grids),
      count: number % 2 ** COUNT_BITS,
    };
  });
};
