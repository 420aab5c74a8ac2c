import { bounceKinds } from './bounce.ts';
import type { Outcome, OutcomeKind } from './outcome.ts';

/** A part of a run's recipients of which figures are kept: those of a domain, or those who joined their list by an import. */
export interface Part {
  readonly by: 'domain' | 'import';
  readonly name: string;
}

/** The parts of a run that have a number, in the order in which they were heard of. */
export interface NumberedParts {
  readonly domains: readonly string[];
  readonly imports: readonly string[];
}

/** By the number of a part: to how many of its recipients something has happened. */
export type PartCounts = ReadonlyMap<number, number>;

/**
 * The first parts that are heard of get a number, and keep it: their figures are exact. A snapshot lies in the order of a hash, so
 * what is heard of first is a fair sample, and a part that matters is among it. With more parts a bitmap and its counts would cost a
 * second write unit.
 */
export const MOST_DOMAINS = 28;
export const MOST_IMPORTS = 24;
/** Where the numbers of imports begin. What is stored knows them so: it stays, however many domains there may be. */
export const FIRST_IMPORT = 48;

export const noParts: NumberedParts = { domains: [], imports: [] };

const counted = new Set<OutcomeKind>(['delivered', ...bounceKinds, 'complained', 'rejected', 'rendering_failed']);

/** Whether figures of this kind are kept by part: what tells a bad address from a good one. */
export const isCountedByPart = (kind: OutcomeKind): boolean => counted.has(kind);

export const partsOf = ({ domain, importId }: Outcome): readonly Part[] => [
  ...(domain === undefined ? [] : [{ by: 'domain', name: domain } as const]),
  ...(importId === undefined ? [] : [{ by: 'import', name: importId } as const]),
];

export const numberOf = ({ domains, imports }: NumberedParts, { by, name }: Part): number | undefined => {
  const place = by === 'domain' ? domains.indexOf(name) : imports.indexOf(name);
  if (place < 0) return undefined;
  return by === 'domain' ? place : FIRST_IMPORT + place;
};

/** The number of a part, of those that have one. */
export const numbersOf = (known: NumberedParts, parts: readonly Part[]): readonly number[] =>
  parts.flatMap((part) => numberOf(known, part) ?? []);

/** Numbers parts that have none yet, as long as there is room; the same if there is nothing to do. */
export const numbering = (known: NumberedParts, parts: readonly Part[]): NumberedParts => {
  const named = (by: Part['by']) => parts.filter((part) => part.by === by).map(({ name }) => name);
  const next = {
    domains: grown(known.domains, named('domain'), MOST_DOMAINS),
    imports: grown(known.imports, named('import'), MOST_IMPORTS),
  };
  const isSame = next.domains.length === known.domains.length && next.imports.length === known.imports.length;
  return isSame ? known : next;
};

/** A version with more room has perhaps numbered more than there is room for now: what has a number keeps it. */
const grown = (known: readonly string[], named: readonly string[], most: number): readonly string[] =>
  [...new Set([...known, ...named])].slice(0, Math.max(known.length, most));
