import { useQuery } from '@tanstack/react-query';
import { missingValuesQuery } from '../../common/queries/missing-values.ts';
import { quotaQuery } from '../../common/queries/quota.ts';
import { sendersQuery } from '../../common/queries/senders.ts';
import type { Campaign, Preflight } from '../campaign.ts';
import { fromPlan } from '../form/audience-choice.ts';
import { estimateQuery } from '../form/estimate-query.ts';
import { templateQuery } from '../queries.ts';
import { bareFields } from './bare-fields.ts';
import { heard } from './heard.ts';
import { oneClickQuery } from './one-click-query.ts';
import { type Outlook, outlookFor } from './outlook.ts';
import type { OwnCheck } from './own-check.ts';
import { ownChecks } from './own-checks.ts';
import { preflightQuery } from './preflight-query.ts';
import { type Verdict, verdictOf } from './verdict.ts';

const NONE: readonly string[] = [];

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
  const template = useQuery(templateQuery(campaign.templateId));
  const senders = useQuery(sendersQuery());
  const quota = useQuery({ ...quotaQuery(), retry: false });
  const oneClick = useQuery(oneClickQuery());
  const recipients = heard(estimate, ({ count }) => count);
  const preflight = useQuery(preflightQuery(campaign, typeof recipients === 'number' ? recipients : undefined));

  const fields = heard(preflight, (found) => found.fields);
  const values = useQuery(missingValuesQuery(fromPlan(campaign), typeof fields === 'object' ? fields : NONE));

  const own = ownChecks({
    recipients,
    fields,
    values: heard(values, ({ count, isExact, missing = {} }) => ({ count, isExact, missing })),
    bare: heard(template, ({ subject, html, text = '' }) => bareFields([subject, html, text].join('\n'))),
    isByHand: campaign.from !== undefined && (senders.data ?? []).length > 0,
    oneClick: heard(oneClick, ({ works }) => works),
  });
  const asked = [estimate, values, template, quota, oneClick, preflight];
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
