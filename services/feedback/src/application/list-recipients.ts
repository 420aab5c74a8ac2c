import { positionsIn } from '../domain/bitmap.ts';
import { blockOf, placeAt } from '../domain/block.ts';
import { type BounceCategory, kindsOfCategory } from '../domain/bounce.ts';
import { bounceReasonsAt } from '../domain/bounce-reasons.ts';
import type { OutcomeKind } from '../domain/outcome.ts';
import { joinBlocks, questions, type Tally } from '../domain/tally.ts';
import type { Outcomes } from './ports.ts';

interface Place {
  readonly chunk: number;
  readonly offset: number;
}

export interface Listed extends Place {
  /** Why the mail came back, for those whose mail did. */
  readonly reasons?: readonly BounceCategory[];
}

interface RecipientPage {
  readonly items: readonly Listed[];
  /** The last of the page, if there may be more. */
  readonly last?: Place;
}

interface Asked {
  readonly runId: string;
  readonly outcome: keyof Tally;
  /** Only those among them whose mail came back for this reason. */
  readonly reason?: BounceCategory | undefined;
  readonly after?: Place | undefined;
  readonly limit: number;
}

export type ListRecipients = (asked: Asked) => Promise<RecipientPage>;

/** Lists to whom something has happened, in the order of the snapshot. */
export const makeListRecipients =
  (outcomes: Pick<Outcomes, 'ofKind'>): ListRecipients =>
  async ({ runId, outcome, reason, after, limit }) => {
    const isAsked = new Set<OutcomeKind>(reason === undefined ? questions[outcome] : kindsOfCategory(reason));
    const kinds = questions[outcome].filter((kind) => isAsked.has(kind));
    const from = after === undefined ? 0 : blockOf(after.chunk);
    const found = await Promise.all(kinds.map((kind) => outcomes.ofKind(runId, kind, from)));

    const byBlock = Map.groupBy(found.flat(), ({ block }) => block);
    const items: Listed[] = [];
    for (const { block, bitmap } of joinBlocks(found.flat(), kinds)) {
      for (const position of positionsIn(bitmap)) {
        const place = placeAt(block, position);
        if (after !== undefined && !isBehind(place, after)) continue;
        if (items.length === limit) return withLast(items);
        const reasons = bounceReasonsAt(byBlock.get(block) ?? [], position);
        items.push({ ...place, ...(reasons.length > 0 && { reasons }) });
      }
    }
    return { items };
  };

const isBehind = (place: Place, after: Place): boolean =>
  place.chunk > after.chunk || (place.chunk === after.chunk && place.offset > after.offset);

const withLast = (items: readonly Listed[]): RecipientPage => {
  const last = items.at(-1);
  return last === undefined ? { items } : { items, last: { chunk: last.chunk, offset: last.offset } };
};
