import { type Condition, sourcesOf } from '../../domain/segments/condition.ts';
import type { Person } from '../../domain/segments/person.ts';
import type { CompileCondition } from './ports.ts';

/** Tells who is taken, and what must be known of them for it. */
export interface Selector {
  readonly matches: (person: Person) => boolean;
  readonly needs: NeededOfPeople;
}

export interface NeededOfPeople {
  readonly fields: readonly string[];
  readonly lists: boolean;
  readonly engagement: boolean;
}

/** Takes everybody, and needs to know nothing for it. */
export const everybody: Selector = {
  matches: () => true,
  needs: { fields: [], lists: false, engagement: false },
};

/** Compiles a condition, once for all who are asked about. */
export const selectorOf = (condition: Condition | undefined, compile: CompileCondition): Selector => {
  if (condition === undefined) return everybody;
  const sources = sourcesOf(condition);
  const kinds = new Set(sources.map(({ kind }) => kind));
  return {
    matches: compile(condition),
    needs: {
      fields: sources.flatMap((source) => (source.kind === 'field' ? [source.name] : [])),
      lists: kinds.has('lists') || kinds.has('joinedAt'),
      engagement: kinds.has('lastOpenedAt') || kinds.has('lastClickedAt'),
    },
  };
};
