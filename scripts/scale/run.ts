import { customMetrics, hoursOfMonth, latencyMs } from './assumptions.ts';
import { audiencePart, secondsOfSnapshot } from './audience.ts';
import { campaignsPart } from './campaigns.ts';
import { dispatchPart, handBacksPer1000, sendingWritesPer1000 } from './dispatch.ts';
import { type FeedbackFigures, feedbackPart, isOfDeliveries, type Selection } from './feedback.ts';
import { type Part, usageOf } from './part.ts';
import { planRun, type RunPlan } from './run-plan.ts';
import { stacks } from './stacks.ts';
import { addUsage, type Usage } from './usage.ts';
import type { SimulatedWave } from './wave.ts';

const SNAPSHOT_PROGRESS_SECONDS = 20;

export interface Scenario {
  readonly recipients: number;
  /** What SES grants, in mails a second. */
  readonly rate: number;
  readonly selection: Selection;
}

/** A whole run, computed. */
export interface Run extends Scenario {
  readonly plan: RunPlan;
  readonly wave: SimulatedWave;
  readonly snapshotSeconds: number;
  /** From the first mail to the last. */
  readonly sendingSeconds: number;
  /** The share of the granted rate, less what is kept for other mail, that a warm wave uses. */
  readonly rateUsed: number;
  readonly handBacksPer1000: number;
  readonly writesPer1000: { readonly sending: number; readonly events: number; readonly engagement: number };
  readonly feedback: FeedbackFigures;
  readonly parts: readonly Part[];
  readonly usage: Usage;
}

export const computeRun = ({ recipients, rate, selection }: Scenario, wave: SimulatedWave): Run => {
  const plan = planRun(recipients, isOfDeliveries(selection), rate * (1 - stacks.keptShare));
  const warmSeconds = wave.seconds * (recipients / wave.recipients);
  const sendingSeconds = warmSeconds + (plan.waves.length * latencyMs.nextWave) / 1_000 + plan.waitedSeconds;
  const snapshotSeconds = secondsOfSnapshot(recipients);
  const { figures, ...feedback } = feedbackPart(plan, {
    seconds: sendingSeconds,
    selection,
    sendersAtWork: wave.senderSeconds / wave.seconds,
  });
  const heard = {
    progress: plan.chunks + (handBacksPer1000(wave) * recipients) / 1_000,
    snapshotProgress: Math.floor(snapshotSeconds / SNAPSHOT_PROGRESS_SECONDS),
    healthReports: figures.health.reports,
  };
  const parts = [campaignsPart(plan, heard), audiencePart(plan), dispatchPart(plan, rate, wave), feedback];
  const metricMonths = (customMetrics * (sendingSeconds / 3_600)) / hoursOfMonth;

  return {
    recipients,
    rate,
    selection,
    plan,
    wave,
    snapshotSeconds,
    sendingSeconds,
    rateUsed: recipients / (rate * (1 - stacks.keptShare)) / warmSeconds,
    handBacksPer1000: handBacksPer1000(wave),
    writesPer1000: {
      sending: sendingWritesPer1000(rate, wave),
      events: figures.sendingWritesPer1000,
      engagement: figures.engagementWritesPer1000,
    },
    feedback: figures,
    parts,
    usage: addUsage([...parts.map(usageOf), { metricMonths }]),
  };
};
