/** What was done to a run, in order, each with its instant. */
export interface Journal {
  note(what: string): void;
  lines(): readonly string[];
}

export const makeJournal = (now: () => number = Date.now): Journal => {
  const began = now();
  const lines: string[] = [];

  return {
    note: (what) => lines.push(`${((now() - began) / 1_000).toFixed(2).padStart(9)} s  ${what}`),
    lines: () => lines,
  };
};
