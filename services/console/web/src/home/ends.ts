import type { Campaign, Run } from './campaign.ts';

const MOST_ASKED = 10;

type Ending = Pick<Campaign, 'campaignId' | 'endedAt' | 'runId'>;

/** What has come of asking for a run: nothing yet, nothing at all, or the run. */
interface Answer {
  readonly isPending: boolean;
  readonly data?: Pick<Run, 'campaignId' | 'finishedAt'> | undefined;
}

interface Ended<One> {
  /** All that can be heard of them has been. */
  readonly isKnown: boolean;
  readonly campaigns: readonly One[];
}

/** Campaigns that ended before that was noted: the runs of the newest of them can tell. */
export const runsToAsk = (failed: readonly Ending[]): readonly string[] =>
  failed
    .filter(({ endedAt }) => endedAt === undefined)
    .slice(0, MOST_ASKED)
    .flatMap(({ runId }) => runId ?? []);

/** Adds what the runs have told. One that cannot be heard is not waited for. */
export const withEnds = <One extends Ending>(failed: readonly One[], answers: readonly Answer[]): Ended<One> => {
  const ends = new Map(answers.flatMap(({ data }) => (data ? [[data.campaignId, data.finishedAt] as const] : [])));
  const campaigns = failed.map((campaign) => {
    const endedAt = campaign.endedAt ?? ends.get(campaign.campaignId);
    return { ...campaign, ...(endedAt !== undefined && { endedAt }) };
  });
  return { isKnown: answers.every(({ isPending }) => !isPending), campaigns };
};
