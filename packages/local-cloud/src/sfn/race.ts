/** Rejects when the signal is aborted, unless `round` ends first. */
const onAbort = (signal: AbortSignal, round: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: round });
  });

/**
 * Waits for the first of several outcomes, or for the signal; then stops the timers of the others.
 *
 * @example await race(lane.signal, (signal) => [work, clock.sleep(1_000, signal)])
 */
export const race = async <Outcome>(
  signal: AbortSignal,
  contestants: (signal: AbortSignal) => readonly Promise<Outcome>[],
): Promise<Outcome> => {
  const round = new AbortController();
  try {
    const either = AbortSignal.any([signal, round.signal]);
    return await Promise.race([...contestants(either), onAbort(signal, round.signal)]);
  } finally {
    round.abort();
  }
};
