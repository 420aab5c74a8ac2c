import type { Governors, Reserving } from '../application/ports.ts';
import { sharesAfter } from '../domain/fair-share.ts';
import { afterGrant, grants, type Reservation } from '../domain/governor.ts';
import type { GovernorChange, GovernorRecord } from '../domain/governor-record.ts';
import type { Pace } from '../domain/pace.ts';
import { type Actor, orLost } from './actor.ts';
import type { Store } from './store.ts';

/** A class, as the real one is: its methods are not own properties, and whoever copies it by spreading loses them. */
export class InMemoryGovernors implements Governors {
  readonly #store: Store;
  readonly #actor: Actor;
  readonly #pace: Pace;

  constructor(store: Store, actor: Actor, pace: Pace) {
    this.#store = store;
    this.#actor = actor;
    this.#pace = pace;
  }

  read(): Promise<GovernorRecord | undefined> {
    return this.#actor.call('governor.read', () => this.#store.governor);
  }

  create(record: GovernorRecord): Promise<void> {
    return this.#actor.call('governor.create', () => {
      this.#store.governor ??= record;
    });
  }

  async reserve(reservation: Reservation): Promise<Reserving> {
    const answer = await orLost(this.#actor.call('governor.reserve', () => this.#granted(reservation)));
    return answer === 'lost' ? { kind: 'lost' } : answer;
  }

  change(change: GovernorChange): Promise<void> {
    return this.#actor.call('governor.change', () => this.#changed(change));
  }

  #granted(reservation: Reservation): Exclude<Reserving, { readonly kind: 'lost' }> {
    const seen = this.#store.governor;
    if (seen === undefined) return { kind: 'missing' };
    if (!grants(seen, reservation, this.#pace)) return { kind: 'refused', seen };
    const { share, now } = reservation;
    const shares = share ? sharesAfter(seen.shares, share, now) : seen.shares;
    const granted = { ...seen, ...afterGrant(seen, reservation), shares };
    this.#store.governor = granted;
    return { kind: 'granted', tat: granted.tat, seen: granted };
  }

  #changed({ seenRevision, left24Difference, forgotten = [], refresh, ...rate }: GovernorChange): void {
    const seen = this.#store.governor;
    if (seen?.revision !== seenRevision) return;
    const { seenRefreshedAt, ...words } = refresh ?? { seenRefreshedAt: seen.refreshedAt };
    if (seen.refreshedAt !== seenRefreshedAt) return;
    const left24 = seen.left24 + left24Difference;
    const shares = new Map([...seen.shares].filter(([runId]) => !forgotten.includes(runId)));
    const pacedFrom = rate.revision === seenRevision ? seen.pacedFrom : seen.tat;
    this.#store.governor = { ...seen, ...rate, left24, pacedFrom, shares, ...words };
  }
}
