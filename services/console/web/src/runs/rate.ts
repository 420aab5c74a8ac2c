/** How many were decided at a moment. */
export interface Sample {
  readonly at: number;
  readonly done: number;
}

/** Long enough that a batch more or less does not show, short enough that a stop does. */
const WINDOW_MS = 20_000;
const LEAST_MS = 1_500;

/** Keeps what the last seconds have shown. A run that is completed begins anew with fewer. */
export const withSample = (samples: readonly Sample[], sample: Sample): readonly Sample[] => {
  const last = samples.at(-1);
  if (last !== undefined && sample.done < last.done) return [sample];
  return [...samples.filter(({ at }) => sample.at - at <= WINDOW_MS), sample];
};

/** Mails a second over the last seconds; undefined before two looks are far enough apart. */
export const rateOf = (samples: readonly Sample[]): number | undefined => {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < LEAST_MS) return undefined;
  return ((last.done - first.done) / (last.at - first.at)) * 1_000;
};

/** How long the rest takes if it goes on as it goes; undefined where nobody can say. */
export const secondsLeft = (
  waiting: number,
  { rate, allowed }: { readonly rate: number | undefined; readonly allowed: number | undefined },
): number | undefined => {
  const pace = rate !== undefined && rate > 0 ? rate : allowed;
  return pace === undefined || pace <= 0 ? undefined : Math.ceil(waiting / pace);
};
