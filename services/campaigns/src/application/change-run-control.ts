import { followControl } from '../domain/campaign-run-lifecycle.ts';
import { type Control, type ControlChange, changeControl } from '../domain/control.ts';
import { figuresOf, noFigures } from '../domain/guardrail.ts';
import { campaignIdOf } from '../domain/ids.ts';
import { handoversOf } from '../domain/plan.ts';
import type { Announcements, Campaigns, Cause } from './ports.ts';
import type { Controls, KnownRun, Runs } from './run-ports.ts';
import { upToDatePlan } from './up-to-date-plan.ts';
import type { WakeRun } from './wake-run.ts';

/** Facts do not know of attempts: what they ask for is asked of the attempt that is under way. */
type Change = Omit<ControlChange, 'attempt'> & { readonly runId: string; readonly attempt?: number };

export type ChangeRunControl = (change: Change, cause: Cause) => Promise<Control>;

interface Needs {
  readonly campaigns: Pick<Campaigns, 'find' | 'save'>;
  readonly runs: Pick<Runs, 'find'>;
  readonly controls: Controls;
  readonly announcements: Announcements;
  readonly wakeRun: WakeRun;
}

/** What whoever changes the control can see of the run: the figures that the planner will look at, or he holds it again at once. */
const figuresSeen = (known: KnownRun | undefined) => {
  const plan = known && upToDatePlan(known);
  return known === undefined ? noFigures : figuresOf(known.health, plan ? handoversOf(plan) : noHandover);
};
const noHandover = { accepted: 0, refused: 0 };

const store = async (
  { runs, controls }: Pick<Needs, 'runs' | 'controls'>,
  { runId, ...change }: Change,
): Promise<Control> => {
  for (;;) {
    const present = await controls.find(runId);
    const known = await runs.find(runId);
    const attempt = change.attempt ?? known?.run.attempt ?? present.attempt;
    const next = changeControl(present, { ...change, attempt }, figuresSeen(known));
    if (next === present || (await controls.save(runId, next))) return next;
  }
};

/** Two changes may overlap: the control is read after the campaign, so that of two that show it the one in force is shown. */
const show = async ({ campaigns, controls }: Pick<Needs, 'campaigns' | 'controls'>, runId: string): Promise<void> => {
  const campaign = await campaigns.find(campaignIdOf(runId));
  const { control } = await controls.find(runId);
  const following = campaign && followControl(campaign, control);
  if (following && following !== campaign) await campaigns.save(following);
};

/**
 * Holds, resumes or cancels a run: writes the control, tells dispatch, wakes a run that waits for a person (one that is
 * cancelled also if it waits for its recipients or its send window, which may take days), and shows it in
 * the campaign. That comes last because others write the campaign too, and dispatch must not wait for who was first. A
 * repeated or outdated command repeats the last three for the control in force.
 */
export const makeChangeRunControl =
  ({ campaigns, runs, controls, announcements, wakeRun }: Needs): ChangeRunControl =>
  async (change, cause) => {
    const { runId } = change;
    const { control, ...stored } = await store({ runs, controls }, change);

    const { revision, attempt, exclude } = stored;
    const changed = { runId, control, revision, attempt, ...(exclude && { exclude }) };
    await announcements.announce([{ fact: 'control_changed', ...changed }], cause);
    if (control !== 'hold') await wakeRun(runId, { step: 'resume' });
    if (control === 'cancel') {
      await wakeRun(runId, { step: 'snapshot' });
      await wakeRun(runId, { step: 'window' });
    }

    await show({ campaigns, controls }, runId);
    return { control, ...stored };
  };
