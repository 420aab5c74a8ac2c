import type { Clock } from '../application/ports.ts';
import { signingKeyKey } from './keys.ts';
import { findSecret, makeSecret } from './stored-secret.ts';
import type { Table } from './table.ts';

/** Tokens expire after three years, so no token that is valid was signed with a key older than these. */
const YEARS_KEPT = 4;

/**
 * The keys that links in mails are signed with: another one every year, made when it is first needed. Older ones stay as
 * long as a link that they signed may be used. Whoever removes one makes all its links invalid.
 */
export class DynamoSigningKeys {
  readonly #table: Table;
  readonly #clock: Clock;
  readonly #known = new Map<number, Buffer>();

  constructor(table: Table, clock: Clock) {
    this.#table = table;
    this.#clock = clock;
  }

  /** The key to sign with today. */
  async current(): Promise<{ readonly year: number; readonly secret: Buffer }> {
    const year = this.#clock.now().getUTCFullYear();
    const secret = (await this.find(year)) ?? (await makeSecret(this.#table, signingKeyKey(year)));
    this.#known.set(year, secret);
    return { year, secret };
  }

  async find(year: number): Promise<Buffer | undefined> {
    const age = this.#clock.now().getUTCFullYear() - year;
    if (age < 0 || age >= YEARS_KEPT) return undefined;
    const known = this.#known.get(year) ?? (await findSecret(this.#table, signingKeyKey(year)));
    if (known !== undefined) this.#known.set(year, known);
    return known;
  }
}
