import { stdout } from 'node:process';

const WIDTH = 28;

/** Writes what happens: a line that changes in a terminal, a line now and then where there is none. */
export interface Screen {
  say(line: string): void;
  /** Shows how far something is. */
  progress(label: string, done: number, of: number, details: string): void;
  /** Ends the line that changes. */
  settle(): void;
}

const bar = (done: number, of: number): string => {
  const filled = of === 0 ? 0 : Math.min(WIDTH, Math.round((WIDTH * done) / of));
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
};

/** @param isTerminal whether the line can be rewritten; else only changes of the whole are printed */
export const createScreen = (isTerminal = stdout.isTTY): Screen => {
  let shown = '';
  const settle = () => {
    if (shown !== '' && isTerminal) stdout.write('\n');
    shown = '';
  };

  return {
    settle,
    say: (line) => {
      settle();
      stdout.write(`${line}\n`);
    },
    progress: (label, done, of, details) => {
      const line = `  ${label.padEnd(9)} ${bar(done, of)} ${String(done).padStart(6)} / ${of}  ${details}`;
      if (line === shown) return;
      shown = line;
      stdout.write(isTerminal ? `\r\u001B[2K${line}` : `${line}\n`);
    },
  };
};
