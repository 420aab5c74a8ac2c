import type { components } from '../api/campaigns.d.ts';

export type Run = components['schemas']['Run'];

/** What is going on with a run, in the words of a person who looks at it. */
export type Scene =
  | 'preparing'
  | 'sending'
  | 'settling'
  | 'judging'
  | 'waiting'
  | 'stopping'
  | 'cancelling'
  | 'held'
  | 'held_by_guardrail'
  | 'sent'
  | 'sent_with_gaps'
  | 'cancelled'
  | 'failed';

type Known = Pick<
  Run,
  'status' | 'control' | 'guardrail' | 'recipients' | 'pending' | 'unsettled' | 'unsent' | 'waiting' | 'timeline'
>;

/** A run that was told to stop still sends what is under way: that is a scene of its own. */
export const sceneOf = (run: Known): Scene => {
  if (isOver(run)) return endOf(run);
  if (run.control === 'cancel') return 'cancelling';
  if (run.status === 'held') return run.guardrail === undefined ? 'held' : 'held_by_guardrail';
  if (run.control === 'hold') return 'stopping';
  return whileSending(run);
};

const endOf = ({ status, unsent = 0 }: Known): Scene => {
  if (status === 'cancelled' || status === 'failed') return status;
  return unsent > 0 ? 'sent_with_gaps' : 'sent';
};

const whileSending = (run: Known): Scene => {
  const { status, recipients, pending, unsettled } = run;
  if (status === 'preparing') return 'preparing';
  if (isJudging(run)) return 'judging';
  if (status === 'waiting') return 'waiting';
  return recipients > 0 && pending === 0 && unsettled > 0 ? 'settling' : 'sending';
};

/** Between two looks at its canary a run is not said to wait: it would seem to send for a moment. */
const isJudging = ({ status, waiting, timeline }: Known): boolean =>
  status === 'waiting' ? waiting?.reason === 'first_mails' : timeline.some(({ canary }) => canary === 'judging');

export const isOver = ({ status }: Pick<Run, 'status'>): boolean =>
  status === 'sent' || status === 'cancelled' || status === 'failed';

/** Whether an earlier attempt has sent anything: a campaign whose time was only taken back has had one that has not. */
export const wasSentBefore = ({ attempt, wavesBefore = 1 }: Pick<Run, 'attempt' | 'wavesBefore'>): boolean =>
  attempt > 1 && wavesBefore > 0;

export const COLOURS = {
  preparing: 'sea',
  sending: 'sea',
  settling: 'sea',
  judging: 'sea',
  waiting: 'yellow',
  stopping: 'orange',
  cancelling: 'orange',
  held: 'orange',
  held_by_guardrail: 'red',
  sent: 'teal',
  sent_with_gaps: 'yellow',
  cancelled: 'gray',
  failed: 'red',
} as const satisfies Record<Scene, string>;
