import { useQuery } from '@tanstack/react-query';
import { attributesQuery } from '../../common/queries/attributes.ts';
import { quotaQuery } from '../../common/queries/quota.ts';
import type { Campaign, Preflight } from '../campaign.ts';
import { fromPlan } from '../form/audience-choice.ts';
import { estimateQuery } from '../form/estimate-query.ts';
import { heard } from './heard.ts';
import { oneClickQuery } from './one-click-query.ts';
import { type Outlook, outlookFor } from './outlook.ts';
import { type OwnCheck, ownChecks } from './own-checks.ts';
import { preflightQuery } from './preflight-query.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface Checks {
  /** Of the plan before this one while this one is looked at: the verdict waits. */
  readonly preflight: Preflight | undefined;
  readonly own: readonly OwnCheck[];
  readonly verdict: Verdict;
  readonly outlook: Outlook | undefined;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly lookAgain: () => void;
}

/** Everything that is looked at before a campaign goes out: by campaigns, and by asking the other services. */
export const useChecks = (campaign: Campaign): Checks => {
  const estimate = useQuery(estimateQuery(fromPlan(campaign)));
  const attributes = useQuery(attributesQuery());
  const quota = useQuery({ ...quotaQuery(), retry: false });
  const oneClick = useQuery(oneClickQuery());
  const recipients = heard(estimate, ({ count }) => count);
  const preflight = useQuery(preflightQuery(campaign, typeof recipients === 'number' ? recipients : undefined));

  const own = ownChecks({
    recipients,
    fields: heard(preflight, ({ fields }) => fields),
    attributes: heard(attributes, ({ items }) => items.map(({ name }) => name)),
    oneClick: heard(oneClick, ({ works }) => works),
  });
  const asked = [estimate, attributes, quota, oneClick, preflight];
  return {
    preflight: preflight.data,
    own,
    verdict: verdictOf(preflight.isPlaceholderData ? undefined : preflight.data, own),
    outlook: typeof recipients === 'number' ? outlookFor(recipients, quota.data) : undefined,
    error: preflight.error,
    isBusy: asked.some(({ isFetching }) => isFetching),
    lookAgain: () => {
      for (const { refetch } of asked) void refetch();
    },
  };
};
