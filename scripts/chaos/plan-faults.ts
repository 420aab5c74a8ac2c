import { type Chance, makeChance } from './chance.ts';

export type Service = 'campaigns' | 'audience' | 'dispatch' | 'feedback';

/** What goes wrong with SES for a moment. */
export type Trouble =
  | { readonly what: 'drop_answers' | 'fail_before' | 'fail_after' | 'throttle'; readonly percent: number }
  | { readonly what: 'be_slow' | 'delay_events'; readonly percent: number; readonly byMs: number }
  | { readonly what: 'double_events'; readonly percent: number };

/** What is done to the platform. `pick` is from 0 to below 1 and chooses among what there is at the time. */
export type Mishap =
  | { readonly kind: 'kill'; readonly service: Service; readonly downMs: number }
  | { readonly kind: 'ses'; readonly trouble: Trouble; readonly forMs: number; readonly seed: string }
  | { readonly kind: 'chunk_again'; readonly pick: number; readonly copies: number }
  | { readonly kind: 'wave_again'; readonly pick: number }
  | { readonly kind: 'hold'; readonly forMs: number };

/**
 * A mishap and when it happens: as soon as this share of the recipients is sent to, or when that takes longer than `patienceMs`;
 * so all of them happen before the end, however long the run takes, and some of them while it stands still.
 */
export interface Fault {
  readonly mishap: Mishap;
  readonly at: number;
  readonly patienceMs: number;
  /** After the fault before it, in any case. */
  readonly gapMs: number;
}

type Draw = (chance: Chance) => Mishap;

const kill =
  (service: Service): Draw =>
  (chance) => ({ kind: 'kill', service, downMs: chance.between(0, 3_000) });

/** One in five troubles is an outage; the others hit a request here and there. */
const OUTAGES = 0.2;

const trouble =
  (what: Trouble['what']): Draw =>
  (chance) => {
    const isOutage = chance.share() < OUTAGES;
    const percent = isOutage ? chance.between(50, 100) : chance.between(2, 10);
    const forMs = isOutage ? chance.between(100, 500) : chance.between(500, 2_500);
    const seed = String(chance.between(0, 1_000_000));

    return { kind: 'ses', trouble: troubleOf(what, percent, chance), forMs, seed };
  };

const troubleOf = (what: Trouble['what'], percent: number, chance: Chance): Trouble => {
  switch (what) {
    case 'drop_answers':
    case 'fail_before':
    case 'fail_after':
    case 'throttle':
      return { what, percent };
    case 'be_slow':
      // Past five seconds a sender has given up, and SES accepts all the same.
      return { what, percent, byMs: chance.between(200, 7_000) };
    case 'delay_events':
      return { what, percent: 50, byMs: chance.between(500, 5_000) };
    case 'double_events':
      return { what, percent: 50 };
  }
};

const chunkAgain: Draw = (chance) => ({ kind: 'chunk_again', pick: chance.share(), copies: chance.between(1, 3) });
const waveAgain: Draw = (chance) => ({ kind: 'wave_again', pick: chance.share() });
const hold: Draw = (chance) => ({ kind: 'hold', forMs: chance.between(0, 5_000) });

const times = (count: number, draw: Draw): readonly Draw[] => Array.from({ length: count }, () => draw);

/** Every 25 faults are these, shuffled. Senders are killed most, because nothing else makes so much doubt. */
const deck: readonly Draw[] = [
  ...times(3, kill('dispatch')),
  kill('campaigns'),
  kill('audience'),
  kill('feedback'),
  ...times(3, trouble('drop_answers')),
  ...times(2, trouble('fail_before')),
  ...times(2, trouble('fail_after')),
  trouble('throttle'),
  ...times(2, trouble('be_slow')),
  ...times(2, trouble('double_events')),
  ...times(2, trouble('delay_events')),
  ...times(3, chunkAgain),
  waveAgain,
  hold,
];

/** Some faults come before the first mail, none so late that the run could be over. */
const FIRST_AT = -0.05;
const LAST_AT = 0.95;

/** Draws the faults of a run: which, when and how bad. The same seed draws the same. */
export const planFaults = (seed: number, count: number): readonly Fault[] => {
  const chance = makeChance(seed);
  const decks = Array.from({ length: Math.ceil(count / deck.length) }, () => chance.shuffled(deck));
  const instants = Array.from({ length: count }, () => FIRST_AT + chance.share() * (LAST_AT - FIRST_AT)).toSorted(
    (one, other) => one - other,
  );

  return decks
    .flat()
    .slice(0, count)
    .map((draw, n) => ({
      mishap: draw(chance),
      at: Math.max(0, instants[n] ?? 0),
      patienceMs: chance.between(3_000, 25_000),
      gapMs: chance.between(50, 500),
    }));
};
