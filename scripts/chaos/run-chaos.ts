import type { Run } from '@bulkhead/e2e';

import { click } from './click.ts';
import { conclude, giveUp } from './conclude.ts';
import { follow, type Standing } from './follow.ts';
import { inflictAll } from './inflict-all.ts';
import type { Outcome } from './outcome.ts';
import { planFaults } from './plan-faults.ts';
import { type Chaos, type Scene, type Stage, setUp } from './scene.ts';

/** Sends a campaign to a list of generated people while things break, and tells who was mailed how often. */
export const runChaos = async (stage: Stage, chaos: Chaos): Promise<Outcome> => {
  const scene = await setUp(stage, chaos);
  try {
    const run = await sendAmidFaults(scene);
    scene.journal.note(`the run has ended: ${JSON.stringify(run)}`);
    return await conclude(scene, run);
  } catch (error) {
    return await giveUp(scene, error);
  }
};

/** Longer than two rounds of the sweeper, which replaces lost messages. */
const PATIENCE_MS = 15 * 60_000;

const sendAmidFaults = async (scene: Scene): Promise<Run> => {
  const { chaos, client, runId, journal, inflictor, progress } = scene;
  const onStanding = (standing: Standing): void => {
    progress.sent = standing.accepted / chaos.recipients;
    progress.run = standing.run;
    chaos.onStanding?.(standing, progress.faults);
    resumeIfHeld(scene, standing.run);
  };
  const inflicting = inflictAll(planFaults(chaos.seed, chaos.faults), progress, inflictor);

  try {
    return await Promise.race([
      follow({ client, runId, onStanding, patienceMs: PATIENCE_MS, isOver: () => progress.isOver }),
      scene.collapsed.then((why) => Promise.reject(new Error(why))),
    ]);
  } finally {
    progress.isOver = true;
    await inflicting;
    await inflictor.settled().then(
      () => journal.note('nothing is broken any more'),
      (error: unknown) => journal.note(`not mended: ${String(error)}`),
    );
  }
};

/** Senders that hear nothing but failures from SES hold the run; a person looks at it and lets it go on. */
const resumeIfHeld = ({ client, journal, inflictor, progress }: Scene, run: Run): void => {
  if (run.status !== 'held') progress.isResumed = false;
  if (run.status !== 'held' || inflictor.isHolding || progress.isResumed) return;

  progress.isResumed = true;
  journal.note(`found it held (${run.reason ?? 'no reason given'}): resuming`);
  click(client, run.runId, 'resume').catch((error: unknown) => journal.note(String(error)));
};
