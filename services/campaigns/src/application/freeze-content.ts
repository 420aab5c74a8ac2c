import type { Campaign } from '../domain/campaign.ts';
import { type BeginProblem, beginRun } from '../domain/campaign-run-lifecycle.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { newRun, type Run, reopenRun } from '../domain/run.ts';
import type { Announcements, Campaigns, Clock, DeriveText, Exchange, Execution, Runs, Templates } from './ports.ts';

export type FreezeProblem =
  | BeginProblem
  | { readonly kind: 'campaign_not_found' }
  | { readonly kind: 'template_not_found' };

export type FreezeContent = (execution: Execution) => Promise<Result<undefined, FreezeProblem>>;

interface Needs {
  readonly campaigns: Pick<Campaigns, 'find' | 'save'>;
  readonly templates: Pick<Templates, 'find'>;
  readonly runs: Runs;
  readonly exchange: Pick<Exchange, 'freeze'>;
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

const freeze = async ({ templates, exchange, deriveText }: Needs, campaign: Campaign, { runId }: Run) => {
  const template = await templates.find(campaign.templateId);
  if (template === undefined) return undefined;

  const { subject, html, text, fields } = template;
  const { id: campaignId, listId, from, replyTo } = campaign;
  const uri = await exchange.freeze({
    runId,
    campaignId,
    listId,
    from,
    ...(replyTo !== undefined && { replyTo }),
    subject,
    html,
    text: text ?? deriveText(html),
    fields,
  });
  return { uri, fields };
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
      if (content === undefined) return refuse({ kind: 'template_not_found' });
      await runs.save({ ...run, content });
    }

    const { runId, campaignId, campaignName, listId } = run;
    await announcements.announce([{ fact: 'run_started', runId, campaignId, campaignName, listId }], execution);
    return succeed(undefined);
  };
