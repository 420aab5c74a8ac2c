import { isEngagementKind } from '../domain/engagement.ts';
import { outcomesOfHasty } from '../domain/link-clicks.ts';
import { bitmapsOf, linkBitmapsOf } from '../domain/marked.ts';
import type { OutcomeKind } from '../domain/outcome.ts';
import type { BlockOutcomes } from '../domain/tally.ts';
import type { EngagementJournal, LinkClicks, Outcomes } from './ports.ts';

/** Everything that SES has told us, folded or only noted. */
export type ToldOutcomes = Pick<Outcomes, 'of' | 'ofBlock' | 'ofKind'>;

interface Parts {
  readonly outcomes: ToldOutcomes;
  readonly journal: Pick<EngagementJournal, 'of'>;
  readonly linkClicks: Pick<LinkClicks, 'hasty'>;
}

interface Blocks {
  readonly from: number;
  readonly to?: number;
}

/**
 * Reads bitmaps together with what waits in the journal to be folded into them. The journal is read first: what leaves it is in the bitmaps by
 * then, so nobody is missed. Who is found in both counts once, as in any union. Whoever clicked in haste is found to be a person or a machine.
 */
export const makeToldOutcomes = ({ outcomes, journal, linkClicks }: Parts): ToldOutcomes => {
  const noted = async (runId: string, { from, to }: Blocks): Promise<readonly BlockOutcomes[]> => {
    const isWanted = ({ block }: { readonly block: number }) => block >= from && block <= (to ?? block);
    const waiting = (await journal.of(runId)).flatMap(({ marks }) => marks.filter(isWanted));
    const hasty = [
      ...linkBitmapsOf(waiting),
      ...(await linkClicks.hasty(runId, { from, ...(to !== undefined && { to }) })),
    ];
    return [...bitmapsOf(waiting), ...outcomesOfHasty(hasty)];
  };

  return {
    of: async (runId) => [...(await noted(runId, { from: 0 })), ...(await outcomes.of(runId))],

    ofBlock: async (runId, block) => [
      ...(await noted(runId, { from: block, to: block })),
      ...(await outcomes.ofBlock(runId, block)),
    ],

    ofKind: async (runId, kind, fromBlock) => {
      if (!isOfEngagement(kind)) return outcomes.ofKind(runId, kind, fromBlock);
      const waiting = (await noted(runId, { from: fromBlock })).filter((each) => each.kind === kind);
      return [...waiting, ...(await outcomes.ofKind(runId, kind, fromBlock))];
    },
  };
};

const isOfEngagement = (kind: OutcomeKind): boolean =>
  isEngagementKind(kind) || kind === 'opened_by_machine' || kind === 'clicked_by_machine';
