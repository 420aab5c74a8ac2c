import { randomFrom } from '../weather.ts';

/** Draws numbers in [0, 1). */
export type Random = () => number;

interface Settings {
  readonly seed: number;
  /** Only these faults happen; without it, all that are drawn. */
  readonly only?: ReadonlySet<string> | undefined;
  readonly isCalm: () => boolean;
}

/**
 * What happens by chance. Every question has a name, and its answer depends on nothing but the seed and that name: a run can be
 * repeated without some of its faults, and the others stay what they were.
 */
export class Chance {
  /** The faults that happened. */
  readonly faults = new Set<string>();
  /** Where something could have gone wrong, as far as only chosen faults happen. */
  readonly places = new Set<string>();
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Whether nothing goes wrong any more. */
  get isCalm(): boolean {
    return this.#settings.isCalm();
  }

  of(name: string): Random {
    return randomFrom(hashOf(name, this.#settings.seed));
  }

  /** Whether something has gone wrong with this worker. */
  hasDisturbed(worker: string): boolean {
    return [...this.faults].some((name) => name.startsWith(`${worker} `));
  }

  /** Asks whether something goes wrong, and how. */
  fault<Fault>(name: string, draw: (random: Random) => Fault | undefined): Fault | undefined {
    const { only } = this.#settings;
    if (only !== undefined) this.places.add(name);
    if (this.isCalm || (only !== undefined && !only.has(name))) return undefined;

    const fault = draw(this.of(name));
    if (fault !== undefined) this.faults.add(name);
    return fault;
  }
}

const { imul } = Math;

/** FNV-1a, with the seed stirred in. */
const hashOf = (text: string, seed: number): number => {
  let hash = imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ 0x811c9dc5;
  for (let n = 0; n < text.length; n += 1) hash = imul(hash ^ text.charCodeAt(n), 0x01000193);
  return imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
};

export const between = (random: Random, least: number, most: number): number => least + (most - least) * random();

export const oneOf = <Each>(random: Random, all: readonly [Each, ...Each[]]): Each =>
  all[Math.floor(random() * all.length)] ?? all[0];

/** Draws by weight; what is missing to 1 is the chance of nothing. */
export const byShare = <Each>(random: Random, shares: readonly (readonly [number, Each])[]): Each | undefined => {
  let rest = random();
  for (const [share, each] of shares) {
    if (rest < share) return each;
    rest -= share;
  }
  return undefined;
};
