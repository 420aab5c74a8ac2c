import type { Fields } from './arrival.ts';
import { isSameJoining, type Joining, join } from './joining.ts';
import type { PlacedArrival } from './placed-arrival.ts';
import { sameEntries } from './same-entries.ts';
import { compareStamps, type Stamp } from './stamp.ts';

/** A person we know. */
export interface Contact extends Joining {
  readonly contactId: string;
  readonly address: string;
  readonly fields: Fields;
  /** When the contact was last spoken of; an instant. */
  readonly saidAt: string;
  /** The place of the row that spoke last, within its import; 0 if it was no import. */
  readonly position?: number | undefined;
  /** The fields that were said before that, and when. */
  readonly older?: Readonly<Record<string, Stamp>> | undefined;
  /** The days, in UTC, on which the contact last opened a mail and followed a link; not written with the rest. */
  readonly lastOpenedAt?: string | undefined;
  readonly lastClickedAt?: string | undefined;
  /** Counts the writes; 0 for a contact that has never been written. */
  readonly revision: number;
}

/** A contact is one item of the table: an item holds 400 KB, and a letter may take three bytes. */
const ITEM_LETTERS = 132_000;
const MOST_LETTERS = 100_000;
/** Of a list: its id, since when, its id again, and what has put somebody there, in ASCII. */
const LIST_LETTERS = 46;
/** What the stamp of an older field takes. */
const STAMP_LETTERS = 24;

interface Occasion {
  readonly listId: string;
  /** When it was said; an instant. */
  readonly at: string;
  /** The import or the form that says it. */
  readonly by?: string | undefined;
}

/**
 * Puts a contact on a list with what is said of it. `undefined` if that changes nothing.
 *
 * Each field keeps what was said of it last, by the instant of the import and the row within it. So it does not matter in
 * which order the parts of imports are written, nor how often; and an import that is replayed brings no old names back. If
 * more has been said than can be kept, only the latest words are.
 */
export const welcome = (
  known: Contact | undefined,
  arrival: PlacedArrival,
  occasion: Occasion,
): Contact | undefined => {
  const { at } = occasion;
  const { contactId, address } = arrival;
  const before = known ?? { contactId, address, fields: {}, lists: {}, saidAt: '', revision: 0 };
  const said = later(stampOf(before), { at, position: arrival.position });
  const joining = join(before, occasion);
  const words = keepable(merged(before, arrival, at), roomBeside(joining));
  const next = { ...before, ...asSaid(words, said), ...joining };
  return known !== undefined && isSame(known, next) ? undefined : next;
};

/** Something that was said: of which field, what, and when. */
interface Word {
  readonly field: string;
  readonly text: string;
  readonly stamp: Stamp;
}

const stampOf = ({ saidAt, position = 0 }: Contact): Stamp => ({ at: saidAt, position });

const later = (one: Stamp, other: Stamp): Stamp => (compareStamps(one, other) >= 0 ? one : other);

const merged = (known: Contact, arrival: PlacedArrival, at: string): readonly Word[] => {
  const { older = {} } = known;
  const words = new Map<string, Word>();
  for (const [field, text] of Object.entries(known.fields)) {
    words.set(field, {
      field,
      text,
      stamp: Object.hasOwn(older, field) ? (older[field] ?? stampOf(known)) : stampOf(known),
    });
  }
  for (const [field, text] of Object.entries(arrival.fields)) {
    const word = { field, text, stamp: { at, position: arrival.positions?.[field] ?? arrival.position } };
    const earlier = words.get(field);
    if (earlier === undefined || isAfter(word, earlier)) words.set(field, word);
  }
  return [...words.values()];
};

/** Of two words said together none is later, but everybody has to choose the same. */
const isAfter = (one: Word, other: Word): boolean =>
  (compareStamps(one.stamp, other.stamp) || Number(one.text > other.text)) > 0;

const asSaid = (kept: readonly Word[], said: Stamp) => {
  const older = kept.filter(({ stamp }) => compareStamps(stamp, said) !== 0);
  return {
    fields: Object.fromEntries(kept.map(({ field, text }) => [field, text])),
    saidAt: said.at,
    position: said.position === 0 ? undefined : said.position,
    older: older.length === 0 ? undefined : Object.fromEntries(older.map(({ field, stamp }) => [field, stamp])),
  };
};

const lettersOf = ({ field, text }: Word): number => 2 * field.length + text.length + STAMP_LETTERS;

const roomBeside = ({ lists }: Joining): number =>
  Math.min(MOST_LETTERS, ITEM_LETTERS - Object.keys(lists).length * LIST_LETTERS);

const keepable = (words: readonly Word[], most: number): readonly Word[] => {
  let room = most - words.reduce((sum, word) => sum + lettersOf(word), 0);
  if (room >= 0) return words;
  const oldest = new Set<Word>();
  for (const word of words.toSorted((one, other) => compareStamps(one.stamp, other.stamp))) {
    if (room >= 0) break;
    oldest.add(word);
    room += lettersOf(word);
  }
  return words.filter((word) => !oldest.has(word));
};

const isSame = (one: Contact, other: Contact): boolean =>
  compareStamps(stampOf(one), stampOf(other)) === 0 &&
  sameEntries(one.fields, other.fields) &&
  isSameJoining(one, other) &&
  sameStamps(one.older ?? {}, other.older ?? {});

type Stamps = NonNullable<Contact['older']>;

const sameStamps = (one: Stamps, other: Stamps): boolean => {
  const names = Object.keys(other);
  return names.length === Object.keys(one).length && names.every((name) => isSameStamp(one[name], other[name]));
};

const isSameStamp = (one: Stamp | undefined, other: Stamp | undefined): boolean =>
  one !== undefined && other !== undefined && compareStamps(one, other) === 0;
