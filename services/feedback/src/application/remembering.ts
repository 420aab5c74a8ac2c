import type { Clock } from './ports.ts';

/** How old an answer may be. A page that asks every second costs one reading in five, whoever looks at it. */
const FRESH_MS = 5_000;
const KEPT = 50;

/** Reads something of a run, and gives the same answer again for a moment. */
export const remembering = <Answer>(
  clock: Clock,
  read: (runId: string) => Promise<Answer>,
): ((runId: string) => Promise<Answer>) => {
  const recent = new Map<string, { readonly readAt: number; readonly answer: Answer }>();

  return async (runId) => {
    const now = clock.now().getTime();
    const known = recent.get(runId);
    if (known !== undefined && now - known.readAt < FRESH_MS) return known.answer;

    const answer = await read(runId);
    if (recent.size >= KEPT) recent.clear();
    recent.set(runId, { readAt: now, answer });
    return answer;
  };
};
