import { followControl } from '../domain/campaign-run-lifecycle.ts';
import { type Control, type ControlChange, changeControl } from '../domain/control.ts';
import { figuresOf, noFigures } from '../domain/guardrail.ts';
import { campaignIdOf } from '../domain/ids.ts';
import type { Announcements, Campaigns, Cause, Controls, KnownRun, Runs } from './ports.ts';
import { upToDatePlan } from './up-to-date-plan.ts';
import type { WakeRun } from './wake-run.ts';

export type ChangeRunControl = (change: ControlChange & { readonly runId: string }, cause: Cause) => Promise<Control>;

interface Needs {
  readonly campaigns: Pick<Campaigns, 'find' | 'save'>;
  readonly runs: Pick<Runs, 'find'>;
  readonly controls: Controls;
  readonly announcements: Announcements;
  readonly wakeRun: WakeRun;
}

/** What whoever changes the control can see of the run. */
const figuresSeen = (known: KnownRun | undefined) =>
  known === undefined ? noFigures : figuresOf(known.health, upToDatePlan(known)?.totals ?? { accepted: 0, refused: 0 });

const store = async (
  { runs, controls }: Pick<Needs, 'runs' | 'controls'>,
  { runId, ...change }: ControlChange & { readonly runId: string },
): Promise<Control> => {
  for (;;) {
    const present = await controls.find(runId);
    const known = await runs.find(runId);
    const next = changeControl(present, change, figuresSeen(known));
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
 * Holds, resumes or cancels a run: writes the control, tells dispatch, wakes a run that waits for a person, and shows it in
 * the campaign. That comes last because others write the campaign too, and dispatch must not wait for who was first. A
 * repeated or outdated command repeats the last three for the control in force.
 */
export const makeChangeRunControl =
  ({ campaigns, runs, controls, announcements, wakeRun }: Needs): ChangeRunControl =>
  async (change, cause) => {
    const { runId } = change;
    const { control, ...stored } = await store({ runs, controls }, change);

    await announcements.announce([{ fact: 'control_changed', runId, control, revision: stored.revision }], cause);
    if (control !== 'hold') await wakeRun(runId, { step: 'resume' });

    await show({ campaigns, controls }, runId);
    return { control, ...stored };
  };
