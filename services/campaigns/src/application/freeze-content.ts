import type { Campaign } from '../domain/campaign.ts';
import { type BeginProblem, beginRun } from '../domain/campaign-run-lifecycle.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { newRun, type Run, reopenRun } from '../domain/run.ts';
import type { DeriveText, Exchange, MediaShelf, Templates } from './content-ports.ts';
import { type FreezeMailProblem, freezeMail } from './freeze-mail.ts';
import type { Announcements, Campaigns, Clock, Senders } from './ports.ts';
import type { Execution, Runs } from './run-ports.ts';

export type FreezeProblem =
  | BeginProblem
  | FreezeMailProblem
  | { readonly kind: 'campaign_not_found' }
  | { readonly kind: 'template_not_found' };

export type FreezeContent = (execution: Execution) => Promise<Result<undefined, FreezeProblem>>;

interface Needs {
  readonly campaigns: Pick<Campaigns, 'find' | 'save'>;
  readonly templates: Pick<Templates, 'find'>;
  readonly runs: Runs;
  readonly senders: Pick<Senders, 'find'>;
  readonly media: Pick<MediaShelf, 'find'>;
  readonly exchange: Pick<Exchange, 'freeze' | 'keepFile'>;
  readonly announcements: Announcements;
  readonly clock: Clock;
  readonly deriveText: DeriveText;
}

/** The run is written before anything can go wrong with it, so that whatever does is written down there. */
const openRun = async ({ runs, clock }: Needs, campaign: Campaign, execution: Execution): Promise<Run> => {
  const { runId, attempt, reconsider } = execution;
  const known = await runs.find(runId);
  const run = known ? reopenRun(known.run, attempt, reconsider) : newRun(campaign, { attempt, now: clock.now() });
  if (run === known?.run) return run;

  await runs.save(run);
  return { ...run, revision: run.revision + 1 };
};

const freeze = async (needs: Needs, campaign: Campaign, { runId }: Run) => {
  const template = await needs.templates.find(campaign.templateId);
  if (template === undefined) return refuse({ kind: 'template_not_found' } as const);

  const frozen = await freezeMail(needs, campaign, { template, runId });
  if (!frozen.ok) return frozen;
  return succeed({ uri: await needs.exchange.freeze(frozen.value), fields: template.fields });
};

/** Begins a run: fixes what it sends, and says that it has started. A later attempt finds both done. */
export const makeFreezeContent =
  (needs: Needs): FreezeContent =>
  async (execution) => {
    const { campaigns, runs, announcements, clock } = needs;
    const campaign = await campaigns.find(execution.campaignId);
    if (campaign === undefined) return refuse({ kind: 'campaign_not_found' });
    const begun = beginRun(campaign, { attempt: execution.attempt, now: clock.now() });
    if (!begun.ok) return begun;
    if (begun.value !== campaign) await campaigns.save(begun.value);

    const run = await openRun(needs, begun.value, execution);
    if (run.content === undefined) {
      const content = await freeze(needs, begun.value, run);
      if (!content.ok) return content;
      await runs.save({ ...run, content: content.value });
    }

    const { runId, campaignId, campaignName, listId } = run;
    await announcements.announce([{ fact: 'run_started', runId, campaignId, campaignName, listId }], execution);
    return succeed(undefined);
  };
