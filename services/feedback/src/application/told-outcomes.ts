import { bitmapsOf, isEngagementKind } from '../domain/engagement.ts';
import type { EngagementJournal, Outcomes } from './ports.ts';

/** Everything that SES has told us, folded or only noted. */
export type ToldOutcomes = Pick<Outcomes, 'of' | 'ofBlock' | 'ofKind'>;

/**
 * Reads bitmaps together with what waits in the journal to be folded into them. The journal is read first: what leaves it is in the bitmaps by
 * then, so nobody is missed. Who is found in both counts once, as in any union.
 */
export const makeToldOutcomes = ({
  outcomes,
  journal,
}: {
  readonly outcomes: ToldOutcomes;
  readonly journal: Pick<EngagementJournal, 'of'>;
}): ToldOutcomes => {
  const noted = async (runId: string) => bitmapsOf((await journal.of(runId)).flatMap(({ marks }) => marks));

  return {
    of: async (runId) => [...(await noted(runId)), ...(await outcomes.of(runId))],

    ofBlock: async (runId, block) => [
      ...(await noted(runId)).filter((each) => each.block === block),
      ...(await outcomes.ofBlock(runId, block)),
    ],

    ofKind: async (runId, kind, fromBlock) => {
      if (!isEngagementKind(kind)) return outcomes.ofKind(runId, kind, fromBlock);
      const waiting = (await noted(runId)).filter((each) => each.kind === kind && each.block >= fromBlock);
      return [...waiting, ...(await outcomes.ofKind(runId, kind, fromBlock))];
    },
  };
};
