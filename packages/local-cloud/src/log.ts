/** Takes one line for people. Never an address of a person. */
export type Log = (line: string) => void;

type Details = Readonly<Record<string, string | number>>;

/** The same log for those who report a code and details. */
export const codeLog = (log: Log) => {
  const write = (code: string, details: Details = {}) => {
    log([code, ...Object.entries(details).map(([name, value]) => `${name}=${value}`)].join(' '));
  };

  return { info: write, warn: write, error: write };
};
