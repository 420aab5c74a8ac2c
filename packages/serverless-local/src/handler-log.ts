import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from './lambda-thread.ts';

/** Where the lines that a service's handlers print go. */
export interface HandlerLog {
  printed: (functionKey: string, line: string) => void;
  failed: (functionKey: string, failure: Failure) => void;
  /** Resolves when everything is on disk. */
  close: () => Promise<void>;
}

export interface HandlerLogInput {
  readonly service: string;
  readonly folder: string;
  readonly isVerbose: boolean;
  readonly tell: (line: string) => void;
}

/**
 * Keeps everything that handlers print in `<folder>/<service>.log`, and tells the terminal only of warnings and errors.
 *
 * Lines of structured JSON are kept as they are, so that the file can be read by `jq`.
 */
export const openHandlerLog = ({ service, folder, isVerbose, tell }: HandlerLogInput): HandlerLog => {
  mkdirSync(folder, { recursive: true });
  const file = createWriteStream(join(folder, `${service}.log`), { flags: 'a' });
  const keep = (functionKey: string, line: string) =>
    file.write(line.startsWith('{') ? `${line}\n` : `${new Date().toISOString()} ${functionKey} ${line}\n`);

  return {
    printed: (functionKey, line) => {
      keep(functionKey, line);
      const notable = isVerbose ? line : warningIn(line);
      if (notable !== undefined) tell(`${service}/${functionKey} ${notable}`);
    },
    failed: (functionKey, { name, message, stack }) => {
      keep(functionKey, stack ?? `${name}: ${message}`);
      tell(`${service}/${functionKey} failed: ${name}: ${message}`);
    },
    close: () => new Promise((resolve) => file.end(resolve)),
  };
};

const NOTABLE = new Set(['WARN', 'ERROR', 'CRITICAL']);

/** The message of a structured line that is a warning or an error. */
const warningIn = (line: string): string | undefined => {
  if (!line.startsWith('{')) return undefined;
  try {
    const { level, message, code } = JSON.parse(line);
    if (!NOTABLE.has(level)) return undefined;

    return [level, code, message].filter((part) => typeof part === 'string').join(' ');
  } catch {
    return undefined;
  }
};
