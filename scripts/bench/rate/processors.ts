import { cpus } from 'node:os';

const timesOf = () =>
  cpus().reduce(
    (sum, { times: { idle, ...working } }) => ({
      idle: sum.idle + idle,
      working: sum.working + Object.values(working).reduce((all, ms) => all + ms, 0),
    }),
    { idle: 0, working: 0 },
  );

/** Watches from now on how much of all processors is in use, by whomever. */
export const watchProcessors = (): { readonly busy: () => number } => {
  const before = timesOf();
  return {
    busy: () => {
      const now = timesOf();
      const working = now.working - before.working;
      return working / (working + now.idle - before.idle);
    },
  };
};
