import { type EngagementMark, engagementKinds } from '../domain/engagement.ts';

/** Four bytes a mark: four bits of kind, fifteen of block, thirteen of position. */
const MARK_BYTES = 4;
const POSITION_BITS = 13;
const BLOCK_BITS = 15;

/** Each mark once and in a fixed order, so that the same batch is the same bytes. */
export const packMarks = (marks: readonly EngagementMark[]): Buffer => {
  const numbers = [...new Set(marks.map(numberOf))].sort((a, b) => a - b);
  const packed = Buffer.alloc(numbers.length * MARK_BYTES);
  for (const [n, number] of numbers.entries()) packed.writeUInt32BE(number, n * MARK_BYTES);
  return packed;
};

/** The marks; undefined if one is of a kind that this version does not know. */
export const unpackMarks = (packed: Uint8Array): readonly EngagementMark[] | undefined => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const numbers = Array.from({ length: packed.length / MARK_BYTES }, (_, n) => view.getUint32(n * MARK_BYTES));
  const marks = numbers.flatMap((number) => markOf(number) ?? []);
  return marks.length < numbers.length ? undefined : marks;
};

const numberOf = ({ kind, block, position }: EngagementMark): number =>
  (engagementKinds.indexOf(kind) * 2 ** BLOCK_BITS + block) * 2 ** POSITION_BITS + position;

const markOf = (number: number): EngagementMark | undefined => {
  const kind = engagementKinds[number >>> (BLOCK_BITS + POSITION_BITS)];
  if (kind === undefined) return undefined;
  const block = (number >>> POSITION_BITS) & (2 ** BLOCK_BITS - 1);
  return { kind, block, position: number & (2 ** POSITION_BITS - 1) };
};
