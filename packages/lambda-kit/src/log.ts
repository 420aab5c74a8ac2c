import { Logger } from '@aws-lambda-powertools/logger';

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** What we need from a logger. `code` is the stable, searchable half of a log line. Fields hold ids and counts, never addresses. */
export interface Log {
  info(code: string, fields?: Fields): void;
  warn(code: string, fields?: Fields): void;
  error(code: string, fields?: Fields): void;
  /** A log whose every line carries these fields too. */
  with(fields: Fields): Log;
}

const overLogger = (logger: Logger): Log => ({
  info: (code, fields = {}) => logger.info(code, fields),
  warn: (code, fields = {}) => logger.warn(code, fields),
  error: (code, fields = {}) => logger.error(code, fields),
  with: (fields) => overLogger(logger.createChild({ persistentKeys: fields })),
});

/** Structured JSON lines on stdout, named after `POWERTOOLS_SERVICE_NAME`. */
export const createLog = (): Log => overLogger(new Logger());
