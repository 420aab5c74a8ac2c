import type { Reconsidered } from '../../domain/reconsider.ts';
import { between, type Chance, oneOf, type Random } from './chance.ts';
import type { Gap } from './gaps.ts';
import type { Scenario } from './scenario.ts';

/** What a person does with a run. A hold ends by itself: somebody resumes. */
export type Act =
  | { readonly kind: 'hold'; readonly at: number; readonly forMs: number }
  | { readonly kind: 'cancel'; readonly at: number };

/** A person sends an ended run on, a while after its end. */
export interface Completion {
  readonly afterMs: number;
  readonly reconsider: readonly Reconsidered[];
}

/** SES treats every mail alike for a while. */
export interface Spell {
  readonly from: number;
  readonly until: number;
  readonly kind:
    | 'throttles'
    | 'fails'
    | 'refuses connections'
    | 'quota'
    | 'sending_paused'
    | 'access_denied'
    | 'rejects';
}

/** What happens in a run that is nobody's mistake. Instants are milliseconds after its start. */
export interface Agenda {
  readonly acts: readonly Act[];
  readonly completions: readonly Completion[];
  readonly spells: readonly Spell[];
  /** Somebody leaves the list. */
  readonly leavers: readonly { readonly at: number; readonly contactId: string }[];
  /** Somebody has those of an import left out of the run. */
  readonly exclusions: readonly { readonly at: number }[];
  /** SES grants another rate. */
  readonly rates: readonly { readonly at: number; readonly factor: number }[];
  readonly gaps: readonly Gap[];
  /** No event of SES arrives between these instants. */
  readonly stalls: readonly (readonly [from: number, until: number])[];
}

const SPELLS: readonly [Spell['kind'], ...Spell['kind'][]] = [
  'throttles',
  'fails',
  'refuses connections',
  'quota',
  'sending_paused',
  'access_denied',
  'rejects',
];
const RECONSIDERED: readonly [readonly Reconsidered[], ...(readonly Reconsidered[])[]] = [
  [],
  ['left'],
  ['refused'],
  ['left', 'refused'],
  ['suppressed'],
  ['left', 'refused', 'suppressed'],
];
/** Before that, much of what is late of an attempt comes in the next one. */
const LONGEST_REST_MS = 1_200_000;
const LONGEST_SPELL_MS = 900_000;
const LONGEST_STALL_MS = 2_700_000;
const LONGEST_GAP_MS = 2_700_000;

/** Draws what happens. Most of it happens while the run is sent, as far as its length can be told. */
export const agendaFrom = ({ chunks, rate, troubleMs }: Scenario, chance: Chance): Agenda => {
  const recipients = chunks.reduce((sum, size) => sum + size, 0);
  const sendingMs = Math.min(troubleMs, 20_000 + (recipients / rate) * 2_000);
  const sometime = (random: Random): number => Math.round(between(random, 0, random() < 0.7 ? sendingMs : troubleMs));
  const some = <Each>(name: string, most: number, draw: (random: Random) => Each): readonly Each[] =>
    Array.from({ length: most }, (_, n) =>
      chance.fault(`${name} ${n + 1}`, (random) => (random() < 0.25 ? draw(random) : undefined)),
    ).filter((each) => each !== undefined);

  return {
    acts: some('person', 3, (random) =>
      random() < 0.85
        ? { kind: 'hold', at: sometime(random), forMs: Math.round(between(random, 500, 600_000)) }
        : { kind: 'cancel', at: sometime(random) },
    ),
    completions: some('completion', 2, (random) => ({
      afterMs: Math.round(between(random, 0, LONGEST_REST_MS)),
      reconsider: oneOf(random, RECONSIDERED),
    })),
    spells: some('spell', 2, (random) => {
      const from = sometime(random);
      return { from, until: from + Math.round(between(random, 1_000, LONGEST_SPELL_MS)), kind: oneOf(random, SPELLS) };
    }),
    leavers: some('leaver', 3, (random) => {
      const chunk = Math.floor(random() * chunks.length);
      return { at: sometime(random), contactId: `${chunk}-${Math.floor(random() * (chunks[chunk] ?? 1))}` };
    }),
    exclusions: some('exclusion', 1, (random) => ({ at: sometime(random) })),
    rates: some('rate', 2, (random) => ({ at: sometime(random), factor: oneOf(random, [0.5, 2]) })),
    gaps: some('gap', 2, (random) => {
      const from = random() < 0.5 ? 0 : sometime(random);
      return {
        chunk: Math.floor(random() * chunks.length),
        from,
        until: random() < 0.3 ? Number.POSITIVE_INFINITY : from + Math.round(between(random, 1_000, LONGEST_GAP_MS)),
        reason: oneOf(random, ['chunk_missing', 'chunk_malformed', 'chunk_changed']),
      };
    }),
    stalls: some('events', 2, (random) => {
      const from = Math.round(between(random, 0, troubleMs));
      return [from, from + Math.round(between(random, 1_000, LONGEST_STALL_MS))] as const;
    }),
  };
};
