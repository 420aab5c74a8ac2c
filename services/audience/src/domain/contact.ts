/** The merge fields of a contact. */
export type Fields = Readonly<Record<string, string>>;

/** A person we know. */
export interface Contact {
  readonly contactId: string;
  readonly address: string;
  readonly fields: Fields;
  /** The lists the contact has been put on, and since when. Whether it may be mailed is not here: that is consent. */
  readonly lists: Readonly<Record<string, string>>;
  /** When what we know of the contact was said; an instant. */
  readonly saidAt: string;
  /** Counts the writes; 0 for a contact that has never been written. */
  readonly revision: number;
}

/** What an import or a person says of a contact. */
export interface Arrival {
  readonly contactId: string;
  readonly address: string;
  readonly fields: Fields;
}

/** A contact is one item of the table: an item holds 400 KB, and a letter may take three bytes. */
const MOST_LETTERS = 100_000;

const lettersOf = (fields: Fields): number =>
  Object.entries(fields).reduce((sum, [name, text]) => sum + name.length + text.length, 0);

interface Occasion {
  readonly listId: string;
  /** When it was said; an instant. */
  readonly at: string;
}

/**
 * Puts a contact on a list with what is said of it. `undefined` if that changes nothing.
 *
 * Later words win over earlier ones, and an earlier word that comes late only fills gaps: an import that is replayed after
 * a newer one does not bring old names back. If more has been said than can be kept, only the latest words are.
 */
export const welcome = (
  known: Contact | undefined,
  arrival: Arrival,
  { listId, at }: Occasion,
): Contact | undefined => {
  const { contactId, address } = arrival;
  if (known === undefined) {
    return { contactId, address, fields: arrival.fields, lists: { [listId]: at }, saidAt: at, revision: 0 };
  }
  const isLater = at >= known.saidAt;
  const [older, later] = isLater ? [known.fields, arrival.fields] : [arrival.fields, known.fields];
  const together = { ...older, ...later };
  const fields = lettersOf(together) > MOST_LETTERS ? later : together;
  const joined = known.lists[listId];
  const lists = { ...known.lists, [listId]: joined === undefined || at < joined ? at : joined };
  const next = { ...known, fields, lists, saidAt: isLater ? at : known.saidAt };

  return isSame(known, next) ? undefined : next;
};

const isSame = (one: Contact, other: Contact): boolean =>
  one.saidAt === other.saidAt && sameEntries(one.fields, other.fields) && sameEntries(one.lists, other.lists);

const sameEntries = (one: Fields, other: Fields): boolean => {
  const names = Object.keys(other);
  return names.length === Object.keys(one).length && names.every((name) => one[name] === other[name]);
};
