import type { Recipient } from './ports.ts';

/** Somebody who may not be mailed before a moment. */
export interface LaterRecipient extends Recipient {
  readonly notBefore: string;
}

export interface Moment {
  readonly notBefore: string;
  /** Numbers of chunks that were begun. */
  readonly full: number[];
  readonly rests: number[];
  open: Recipient[];
  characters: number;
}

/** The moments of a part, each with the chunk that is open. */
export class Moments {
  readonly #moments = new Map<string, Moment>();
  characters = 0;

  add(recipient: LaterRecipient): Moment {
    const moment = this.#at(recipient.notBefore);
    const characters = charactersOf(recipient);
    moment.open.push(recipient);
    moment.characters += characters;
    this.characters += characters;
    return moment;
  }

  /** Takes out who is in the open chunk. */
  close(moment: Moment): readonly Recipient[] {
    const { open } = moment;
    this.characters -= moment.characters;
    moment.open = [];
    moment.characters = 0;
    return open;
  }

  longest(): Moment {
    return this.all().reduce((one, other) => (other.characters > one.characters ? other : one));
  }

  /** The earliest first. */
  all(): readonly Moment[] {
    return [...this.#moments.values()].toSorted((one, other) => (one.notBefore < other.notBefore ? -1 : 1));
  }

  #at(notBefore: string): Moment {
    const known = this.#moments.get(notBefore);
    if (known !== undefined) return known;
    const moment: Moment = { notBefore, full: [], rests: [], open: [], characters: 0 };
    this.#moments.set(notBefore, moment);
    return moment;
  }
}

/** What an object takes beside its texts, reckoned as characters. */
const OBJECT = 300;

const charactersOf = ({ address, token, fields }: Recipient): number =>
  Object.values(fields).reduce((sum, text) => sum + text.length, OBJECT + address.length + token.length);
