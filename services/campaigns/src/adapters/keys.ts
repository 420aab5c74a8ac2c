import type { WaitingStep } from '../application/run-ports.ts';

/*
 * What lies where in the table:
 *
 *   account        quota            what SES granted when somebody looked last
 *   campaigns      cmp_…            a campaign; ids grow with time, so that a page is read newest first; index by-status finds those of a status
 *   images         img_…            a picture that mails load from the web; its bytes lie in the bucket
 *   media          med_…            a file for mails; its bytes lie in the bucket
 *   senders        <senderId>       a sender that people have set up, under an id of their choice
 *   templates      tpl_…            a template with its content
 *   run#<runId>    run              the run and its plan: written by its state machine only
 *   run#<runId>    run#control      whether it may go on
 *   run#<runId>    run#health       what feedback has said last
 *   run#<runId>    run#capacity     what dispatch has said last of what it can send
 *   run#<runId>    run#snapshot     what audience has said
 *   run#<runId>    run#snapshot-progress  how audience gets on with it
 *   run#<runId>    wave#<00001>     how dispatch has finished a wave
 *   run#<runId>    token#<step>     the task tokens of a waiting state
 */

/** By `status` and `sk`, keys only. Runs have a status, too: their `sk` lies beyond every campaign's. */
export const STATUS_INDEX = 'by-status';
/** Beyond the id of every campaign, and before `run`. */
export const BEYOND_CAMPAIGNS = 'cmp`';

export const quotaKey = { pk: 'account', sk: 'quota' } as const;
export const campaignKey = (campaignId: string) => ({ pk: 'campaigns', sk: campaignId });
export const imageKey = (imageId: string) => ({ pk: 'images', sk: imageId });
export const mediaKey = (mediaId: string) => ({ pk: 'media', sk: mediaId });
export const senderKey = (senderId: string) => ({ pk: 'senders', sk: senderId });
export const templateKey = (templateId: string) => ({ pk: 'templates', sk: templateId });

export const runPartition = (runId: string): string => `run#${runId}`;
export const runKey = (runId: string) => ({ pk: runPartition(runId), sk: 'run' });
export const controlKey = (runId: string) => ({ pk: runPartition(runId), sk: 'run#control' });
export const healthKey = (runId: string) => ({ pk: runPartition(runId), sk: 'run#health' });
export const capacityKey = (runId: string) => ({ pk: runPartition(runId), sk: 'run#capacity' });
export const snapshotKey = (runId: string) => ({ pk: runPartition(runId), sk: 'run#snapshot' });
export const snapshotProgressKey = (runId: string) => ({ pk: runPartition(runId), sk: 'run#snapshot-progress' });
export const waveKey = (runId: string, wave: number) => ({
  pk: runPartition(runId),
  sk: `wave#${String(wave).padStart(5, '0')}`,
});

const stepName = (step: WaitingStep): string => (step.step === 'wave' ? `wave-${step.wave}` : step.step);
export const tokenKey = (runId: string, step: WaitingStep) => ({
  pk: runPartition(runId),
  sk: `token#${stepName(step)}`,
});
