import type { DoubtPolicy } from '../../domain/settle-doubt.ts';
import { between, type Chance, oneOf, type Random } from './chance.ts';

/** How often what goes wrong, as chances of one call, message or send. */
export interface Weather {
  /** A call gets no answer; it had its effect, had none, or has it later. */
  readonly lost: number;
  /** A process is killed in a call or while it waits. */
  readonly dies: number;
  /** A call takes long to leave. */
  readonly stalls: number;
  /** A process stands still, its clock does not. */
  readonly freezes: number;
  /** Something is delivered twice, or late. */
  readonly again: number;
  /** SES does something else than take the mail. */
  readonly ses: number;
}

/** A world in which a run is sent. Durations are in milliseconds. */
export interface Scenario {
  readonly seed: number;
  /** Recipients of each chunk. */
  readonly chunks: readonly number[];
  readonly senders: number;
  /** Mails per second that SES grants. */
  readonly rate: number;
  readonly timeoutMs: number;
  /** Below the time-out, a message comes back while somebody works on it; so it does until it is calm. */
  readonly visibilityMs: number;
  /** Leases are never longer than this until it is calm. */
  readonly leaseMs: number;
  /** Clocks are wrong by so much at most, either way. */
  readonly skewMs: number;
  /** A request is accepted this long after its sender's deadline, or never. */
  readonly networkMs: number;
  /** A mail is told of this long after it was accepted, unless something is held up. */
  readonly settleMs: number;
  /** What becomes of doubt about which nothing was heard. */
  readonly policy: DoubtPolicy;
  /** Every wave settles its doubt. */
  readonly isAlwaysFinal: boolean;
  /** From then on nothing goes wrong any more. */
  readonly troubleMs: number;
  readonly weather: Weather;
}

const WITHOUT_LIMIT = Number.POSITIVE_INFINITY;

/** Draws a world: rates from a sandbox's to a large sender's, and settings that are wrong on purpose in half of them. */
export const scenarioFrom = (seed: number, chance: Chance): Scenario => {
  const random = chance.of('scenario');
  const timeoutMs = oneOf(random, [15_000, 30_000, 60_000, 300_000]);
  const isTight = random() < 0.3;

  return {
    seed,
    chunks: chunksFrom(random),
    senders: 1 + Math.floor(random() * 4),
    rate: oneOf(random, [1, 2, 14, 14, 100, 1_000]),
    timeoutMs,
    visibilityMs: random() < 0.6 ? timeoutMs + 60_000 : Math.round(between(random, 5_000, timeoutMs)),
    leaseMs: random() < 0.6 ? WITHOUT_LIMIT : 3_000,
    skewMs: random() < 0.5 ? 0 : Math.round(between(random, 50, 1_000)),
    networkMs: isTight ? 5_000 : 60_000,
    settleMs: isTight ? 10_000 : 900_000,
    policy: random() < 0.85 ? 'resend' : 'leave',
    isAlwaysFinal: random() < 0.25,
    troubleMs: Math.round(between(random, 60_000, 3_600_000)),
    weather: weatherFrom(random),
  };
};

/** Small chunks show as much and cost less; now and then there is one of full size. */
const chunksFrom = (random: Random): readonly number[] =>
  random() < 0.04
    ? [Math.ceil(random() * 1_000)]
    : Array.from({ length: 1 + Math.floor(random() * 5) }, () => Math.ceil(random() ** 2 * 130));

/** Each kind of trouble is absent, rare or frequent by itself, so that every mixture comes up. */
const weatherFrom = (random: Random): Weather => {
  const upTo = (most: number): number => (random() < 0.35 ? 0 : most * random() ** 2);
  return {
    lost: upTo(0.12),
    dies: upTo(0.02),
    stalls: upTo(0.03),
    freezes: upTo(0.01),
    again: upTo(0.6),
    ses: upTo(0.15),
  };
};
