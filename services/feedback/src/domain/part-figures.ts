import { size } from './bitmap.ts';
import { hardBounceKinds, softBounceKinds } from './bounce.ts';
import type { OutcomeKind } from './outcome.ts';
import { FIRST_IMPORT, type NumberedParts, type Part } from './part.ts';
import type { BlockOutcomes } from './tally.ts';

/** To how many recipients of a part what has happened. */
export interface PartFigures {
  readonly delivered: number;
  readonly hardBounced: number;
  readonly softBounced: number;
  readonly undetermined: number;
  readonly complained: number;
  readonly rejected: number;
}

export type FiguresOfPart = PartFigures & { readonly name: string };

/** The parts of a run, and whoever belongs to none that has a number. */
export interface FiguresByPart {
  readonly parts: readonly FiguresOfPart[];
  readonly others: PartFigures;
}

/** A mail is rejected or cannot be rendered, never both; and it comes back once, for one reason. */
export const partQuestions = {
  delivered: ['delivered'],
  hardBounced: hardBounceKinds,
  softBounced: softBounceKinds,
  undetermined: ['bounced_undetermined'],
  complained: ['complained'],
  rejected: ['rejected', 'rendering_failed'],
} as const satisfies Readonly<Record<keyof PartFigures, readonly OutcomeKind[]>>;

/** What has gone wrong in a part. */
export const harmIn = ({ hardBounced, complained, rejected }: Omit<PartFigures, 'softBounced' | 'undetermined'>) =>
  hardBounced + complained + rejected;

/** The figures of the domains of a run, or of its imports; those with most harm first. */
export const figuresBy = (
  by: Part['by'],
  { domains, imports }: NumberedParts,
  outcomes: readonly BlockOutcomes[],
): FiguresByPart => {
  const names = by === 'domain' ? domains : imports;
  const start = by === 'domain' ? 0 : FIRST_IMPORT;
  const counts = countsByKind(outcomes);
  const all = figures((kinds) => sum(kinds.map((kind) => counts.get(kind)?.recipients ?? 0)));
  const parts = names.map((name, n) => ({
    name,
    ...figures((kinds) => sum(kinds.map((kind) => counts.get(kind)?.parts.get(start + n) ?? 0))),
  }));
  const named = (question: keyof PartFigures) => sum(parts.map((part) => part[question]));
  return {
    parts: parts.toSorted((a, b) => harmIn(b) - harmIn(a) || b.delivered - a.delivered),
    others: {
      delivered: all.delivered - named('delivered'),
      hardBounced: all.hardBounced - named('hardBounced'),
      softBounced: all.softBounced - named('softBounced'),
      undetermined: all.undetermined - named('undetermined'),
      complained: all.complained - named('complained'),
      rejected: all.rejected - named('rejected'),
    },
  };
};

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const figures = (count: (kinds: readonly OutcomeKind[]) => number): PartFigures => ({
  delivered: count(partQuestions.delivered),
  hardBounced: count(partQuestions.hardBounced),
  softBounced: count(partQuestions.softBounced),
  undetermined: count(partQuestions.undetermined),
  complained: count(partQuestions.complained),
  rejected: count(partQuestions.rejected),
});

/** By kind of outcome: how many recipients in all, and of which parts. */
const countsByKind = (outcomes: readonly BlockOutcomes[]) => {
  const counts = new Map<OutcomeKind, { recipients: number; readonly parts: Map<number, number> }>();
  for (const { kind, bitmap, parts = [] } of outcomes) {
    const known = counts.get(kind) ?? { recipients: 0, parts: new Map<number, number>() };
    known.recipients += size(bitmap);
    for (const [part, count] of parts) known.parts.set(part, (known.parts.get(part) ?? 0) + count);
    counts.set(kind, known);
  }
  return counts;
};
