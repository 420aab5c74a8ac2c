import { LostAnswer } from '../actor.ts';
import type { Basics } from './basics.ts';
import type { Worker } from './worker.ts';

export type Invoked<Result> =
  | { readonly kind: 'answered'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'killed' };

/** Runs a function as its platform does: killed at its deadline, whatever it does then. */
export const invoke = async <Result>(
  { time }: Pick<Basics, 'time'>,
  worker: Worker,
  { timeoutMs, work }: { readonly timeoutMs: number; readonly work: () => Promise<Result> },
): Promise<Invoked<Result>> => {
  let isOver = false;
  void time.sleepUntil(time.now() + timeoutMs).then(() => {
    if (!isOver) worker.kill();
  });
  const answered = work().then(
    (result) => ({ kind: 'answered', result }) as const,
    (error: unknown) => ({ kind: 'failed', error }) as const,
  );
  const invoked = await Promise.race([answered, worker.died.then(() => ({ kind: 'killed' }) as const)]);
  isOver = true;
  return invoked;
};

/** An error that no weather explains. */
export const isOurFault = (error: unknown): boolean =>
  !(error instanceof LostAnswer) && !(error instanceof Error && error.message.includes('before the deadline'));
