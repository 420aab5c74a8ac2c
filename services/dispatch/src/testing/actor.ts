import type { Clock } from '../application/ports.ts';
import type { VirtualTime } from './virtual-time.ts';

/**
 * What happens to one call over the network. `lost`: the caller gets no answer; the call had its effect (`after`), has none
 * (`before`), or will have it later (`late`).
 */
export interface Fate {
  readonly thereMs?: number;
  readonly backMs?: number;
  readonly lost?: 'before' | 'after' | { readonly lateMs: number };
  /** The caller dies while it waits for the answer. */
  readonly dies?: boolean;
}

export type Fates = (call: { readonly place: string; readonly actor: string; readonly count: number }) => Fate;

export class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
}

/** The answer, or that there was none. */
export const orLost = async <Result>(calling: Promise<Result>): Promise<Result | 'lost'> => {
  try {
    return await calling;
  } catch (error) {
    if (error instanceof LostAnswer) return 'lost';
    throw error;
  }
};

const never = <Result>(): Promise<Result> => new Promise(() => {});

/** One invocation of a function: it has a clock of its own, calls others over a network that may fail, and can be killed at every await. */
export class Actor {
  readonly id: string;
  readonly clock: Clock;
  readonly #time: VirtualTime;
  readonly #fates: Fates;
  readonly #counts = new Map<string, number>();
  #isDead = false;

  constructor(
    id: string,
    time: VirtualTime,
    { fates, skewMs = 0 }: { readonly fates: Fates; readonly skewMs?: number },
  ) {
    this.id = id;
    this.#time = time;
    this.#fates = fates;
    this.clock = {
      now: () => time.now() + skewMs,
      sleepUntil: async (instant) => {
        await time.sleepUntil(instant - skewMs);
        if (this.#isDead) await never();
      },
    };
  }

  kill(): void {
    this.#isDead = true;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Calls somebody: the effect happens at once and whole, the way there and back takes time. */
  async call<Result>(place: string, effect: () => Result): Promise<Result> {
    const count = (this.#counts.get(place) ?? 0) + 1;
    this.#counts.set(place, count);
    const { thereMs = 2, backMs = 2, lost, dies } = this.#fates({ place, actor: this.id, count });

    await this.#time.sleepUntil(this.#time.now() + thereMs);
    if (this.#isDead) return never();
    const answer = this.#effect(effect, lost);
    if (dies) this.#isDead = true;

    await this.#time.sleepUntil(this.#time.now() + backMs);
    if (this.#isDead) return never();
    return answer();
  }

  /** Brings the effect about, now, later or not at all, and answers what the caller will hear. */
  #effect<Result>(effect: () => Result, lost: Fate['lost']): () => Result {
    const nothing = (): never => {
      throw new LostAnswer('no answer');
    };
    if (typeof lost === 'object') void this.#time.sleepUntil(this.#time.now() + lost.lateMs).then(effect);
    if (lost === 'before' || typeof lost === 'object') return nothing;

    const result = effect();
    return lost === 'after' ? nothing : () => result;
  }
}
