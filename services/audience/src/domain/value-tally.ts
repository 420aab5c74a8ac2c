import type { Fields } from './arrival.ts';
import { zoneNamed } from './local-time.ts';
import { fieldOf } from './pick-fields.ts';

export interface AskedOfValues {
  /** Fields of which it is asked how many have none. */
  readonly fields: readonly string[];
  /** The field that holds time zones. */
  readonly zoneField?: string | undefined;
}

export interface TimeZones {
  /** The one in which most are comes first. */
  readonly zones: readonly { readonly zone: string; readonly recipients: number }[];
  /** How many have none, or something that names none. */
  readonly unknown: number;
}

/** What people's fields hold, as far as it was asked. */
export interface Values {
  readonly missing?: Readonly<Record<string, number>>;
  readonly timeZones?: TimeZones;
}

/** Counts, person by person, who has no value for a field, and who is in which time zone. */
export class ValueTally {
  readonly #asked: AskedOfValues;
  readonly #missing: Map<string, number>;
  readonly #recipientsOf = new Map<string, number>();
  readonly #zoneOf = new Map<string, string>();

  constructor(asked: AskedOfValues) {
    this.#asked = asked;
    this.#missing = new Map(asked.fields.map((name) => [name, 0]));
  }

  /** The fields that must be known of a person. */
  get needs(): readonly string[] {
    const { fields, zoneField } = this.#asked;
    return zoneField === undefined ? fields : [...fields, zoneField];
  }

  add(fields: Fields): void {
    for (const [name, count] of this.#missing) {
      if (valueOf(fields, name) === '') this.#missing.set(name, count + 1);
    }
    if (this.#asked.zoneField === undefined) return;
    const zone = this.#zoneIn(valueOf(fields, this.#asked.zoneField));
    this.#recipientsOf.set(zone, (this.#recipientsOf.get(zone) ?? 0) + 1);
  }

  /** What it comes to for all, if a part of them was counted. */
  sum(part: number): Values {
    const forAll = (count: number) => Math.round(count / part);
    const zones = [...this.#recipientsOf].map(([zone, count]) => ({ zone, recipients: forAll(count) }));
    const known = zones.filter(({ zone }) => zone !== NONE).toSorted((one, other) => other.recipients - one.recipients);
    return {
      ...(this.#asked.fields.length > 0 && {
        missing: Object.fromEntries([...this.#missing].map(([name, count]) => [name, forAll(count)])),
      }),
      ...(this.#asked.zoneField !== undefined && {
        timeZones: { zones: known, unknown: forAll(this.#recipientsOf.get(NONE) ?? 0) },
      }),
    };
  }

  #zoneIn(text: string): string {
    const known = this.#zoneOf.get(text) ?? zoneNamed(text) ?? NONE;
    this.#zoneOf.set(text, known);
    return known;
  }
}

/** No zone is called so. */
const NONE = '';

const valueOf = (fields: Fields, name: string): string => (fieldOf(name, fields) ?? '').trim();
