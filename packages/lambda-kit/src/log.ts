import { type Output, outputOfEnvironment } from './output.ts';

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** What we need from a logger. `code` is the stable, searchable half of a log line. Fields hold ids and counts, never addresses. */
export interface Log {
  info(code: string, fields?: Fields): void;
  warn(code: string, fields?: Fields): void;
  error(code: string, fields?: Fields): void;
  /** A log whose every line carries these fields too. */
  with(fields: Fields): Log;
}

/**
 * Structured JSON lines on stdout.
 * @example
 * const log = createLog().with({ runId });
 * log.warn('run_held', { wave: 3 }); // {"runId":"run_1","wave":3,"level":"WARN","message":"run_held",…}
 */
export const createLog = (output: Output = outputOfEnvironment(), persistent: Fields = {}): Log => {
  const at =
    (level: 'INFO' | 'WARN' | 'ERROR') =>
    (message: string, fields: Fields = {}): void => {
      const timestamp = new Date(output.now()).toISOString();
      output.write(JSON.stringify({ ...persistent, ...fields, level, message, service: output.service, timestamp }));
    };
  return {
    info: at('INFO'),
    warn: at('WARN'),
    error: at('ERROR'),
    with: (fields) => createLog(output, { ...persistent, ...fields }),
  };
};
