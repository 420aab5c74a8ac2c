import type { Answered } from '../domain/send-answer.ts';
import type { Job } from './job.ts';

type Noting = Pick<Job, 'observer' | 'task' | 'slots'>;

/** Tells operators what SES answered; everybody slows down if it throttled. */
export const noteAnswers = async (job: Noting, answered: readonly Answered[]): Promise<void> => {
  const kinds = Map.groupBy(answered, ({ answer }) => answer.kind);
  const count = (kind: Answered['answer']['kind']) => kinds.get(kind)?.length ?? 0;
  job.observer.count('Accepted', count('accepted'));
  job.observer.count('Throttled', count('throttled'));
  job.observer.count('Unknown', count('unknown'));
  job.observer.count('SlotsWasted', count('unsent'));
  noteRefusals(
    job,
    answered.flatMap(({ answer }) => (answer.kind === 'refused' ? [answer.reason] : [])),
  );
  const throttled = kinds.get('throttled') ?? [];
  if (throttled.length > 0) await job.slots.slowDown(throttled.map(({ slot }) => slot));
};

export const noteRefusals = ({ observer, task }: Noting, reasons: readonly string[]): void => {
  if (reasons.length === 0) return;
  observer.count('Refused', reasons.length);
  for (const [reason, those] of Map.groupBy(reasons, (each) => each)) {
    observer.note('recipients_refused', { runId: task.runId, chunk: task.chunk, reason, count: those.length });
  }
};
