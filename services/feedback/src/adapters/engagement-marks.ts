import { BLOCKS_PER_PART, type EngagementMark } from '../domain/engagement.ts';
import { visitors } from '../domain/visit.ts';

/**
 * Marks of one part, four bytes each: nine bits say what happened, ten in which block of the part, thirteen at which position. Before them
 * stands a word that earlier versions cannot read: they leave the entry to those who can.
 */
const MARK_BYTES = 4;
const HEADER = 0xffff_ffff;
const POSITION_BITS = 13;
const BLOCK_BITS = 10;
const MOST_WHATS = 512;

/*
 * What happened, as a number: 0 somebody has opened, 1-63 by which mail reader (its number and one), 64 a machine has opened; from 128
 * on clicks, 128 for each kind of visitor: the number of the link, or 127 where it is not known.
 */
const OPENED_BY_MACHINE = 64;
const CLICKED = 128;
const SLOTS = 128;
const NO_LINK = 127;

/** Each mark once and in a fixed order, so that the same batch is the same bytes. All of them are of one part. */
export const packMarks = (marks: readonly EngagementMark[]): Buffer => {
  const numbers = [...new Set(marks.map(numberOf))].sort((a, b) => a - b);
  const packed = Buffer.alloc((numbers.length + 1) * MARK_BYTES);
  for (const [n, number] of [HEADER, ...numbers].entries()) packed.writeUInt32BE(number, n * MARK_BYTES);
  return packed;
};

/** The marks of a part; undefined if one is of a kind that this version does not know. */
export const unpackMarks = (packed: Uint8Array, part: number): readonly EngagementMark[] | undefined => {
  const [header, ...numbers] = wordsOf(packed);
  if (header !== HEADER) return unpackOldMarks(wordsOf(packed));
  const marks = numbers.flatMap((number) => markOf(number, part) ?? []);
  return marks.length < numbers.length ? undefined : marks;
};

const wordsOf = (packed: Uint8Array): readonly number[] => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return Array.from({ length: packed.length / MARK_BYTES }, (_, n) => view.getUint32(n * MARK_BYTES));
};

const numberOf = (mark: EngagementMark): number =>
  (whatOf(mark) * 2 ** BLOCK_BITS + (mark.block % BLOCKS_PER_PART)) * 2 ** POSITION_BITS + mark.position;

const whatOf = ({ kind, visitor, link = NO_LINK, client = -1 }: EngagementMark): number => {
  if (kind === 'clicked') return CLICKED + visitors.indexOf(visitor) * SLOTS + link;
  return visitor === 'machine' ? OPENED_BY_MACHINE : client + 1;
};

const markOf = (number: number, part: number): EngagementMark | undefined => {
  const happened = happenedIn(number >>> (BLOCK_BITS + POSITION_BITS));
  if (happened === undefined) return undefined;
  const block = part * BLOCKS_PER_PART + ((number >>> POSITION_BITS) & (2 ** BLOCK_BITS - 1));
  return { ...happened, block, position: number & (2 ** POSITION_BITS - 1) };
};

const happenedIn = (what: number): Omit<EngagementMark, 'block' | 'position'> | undefined => {
  if (what >= CLICKED && what < MOST_WHATS) {
    const visitor = visitors[Math.floor((what - CLICKED) / SLOTS)];
    const link = (what - CLICKED) % SLOTS;
    return visitor && { kind: 'clicked', visitor, ...(link !== NO_LINK && { link }) };
  }
  if (what === OPENED_BY_MACHINE) return { kind: 'opened', visitor: 'machine' };
  if (what > OPENED_BY_MACHINE) return undefined;
  return { kind: 'opened', visitor: 'person', ...(what > 0 && { client: what - 1 }) };
};

/** As marks were noted before machines were told from people: four bits of kind, fifteen of block, thirteen of position. */
const unpackOldMarks = (numbers: readonly number[]): readonly EngagementMark[] | undefined => {
  const marks = numbers.flatMap((number) => {
    const kind = (['opened', 'clicked'] as const)[number >>> 28];
    const block = (number >>> POSITION_BITS) & (2 ** 15 - 1);
    return kind === undefined
      ? []
      : [{ kind, visitor: 'person', block, position: number & (2 ** POSITION_BITS - 1) } as const];
  });
  return marks.length < numbers.length ? undefined : marks;
};
