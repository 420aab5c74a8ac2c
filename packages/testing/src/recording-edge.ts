import type { DeadLetters, Deed, Deeds, HttpEdge, Log, Meters, PermanentError, QueueEdge } from '@bulkhead/lambda-kit';

type Fields = NonNullable<Parameters<Log['info']>[1]>;

/** One line that a handler logged, with the fields of the log it came from. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly code: string;
  readonly fields: Fields;
}

/** A message that was put into the DLQ, and why. */
export interface ParkedMessage {
  readonly body: string;
  readonly code: string;
  readonly reason: string;
}

/** An edge that remembers: what was logged, counted, parked, and who did what. */
export interface RecordingEdge extends QueueEdge, HttpEdge {
  readonly lines: readonly LogLine[];
  /** The codes of all lines, in order. */
  readonly codes: readonly string[];
  /** The sum of every meter. */
  readonly meterings: ReadonlyMap<string, number>;
  readonly flushes: readonly 'flush'[];
  readonly parkedMessages: readonly ParkedMessage[];
  /** The codes of all parked messages, in order. */
  readonly parked: readonly string[];
  readonly recordedDeeds: readonly Deed[];
}

/**
 * A log, meters, a DLQ and an audit log that remember.
 * @example
 * const edge = recordingEdge();
 * await onRunStarted(rememberRun, edge)(sqsEvent('not json'), lambdaContext);
 * expect(edge.parked).toEqual(['message_malformed']);
 */
export const recordingEdge = (): RecordingEdge => {
  const lines: LogLine[] = [];
  const codes: string[] = [];
  const meterings = new Map<string, number>();
  const flushes: 'flush'[] = [];
  const parkedMessages: ParkedMessage[] = [];
  const parked: string[] = [];
  const recordedDeeds: Deed[] = [];

  const logWith = (persistent: Fields): Log => {
    const at =
      (level: LogLine['level']) =>
      (code: string, fields: Fields = {}) => {
        lines.push({ level, code, fields: { ...persistent, ...fields } });
        codes.push(code);
      };
    return {
      info: at('info'),
      warn: at('warn'),
      error: at('error'),
      with: (fields) => logWith({ ...persistent, ...fields }),
    };
  };

  const add = (name: string, value = 1) => void meterings.set(name, (meterings.get(name) ?? 0) + value);
  const meters: Meters = { count: add, milliseconds: add, flush: () => void flushes.push('flush') };

  const deadLetters: DeadLetters = {
    park: async ({ body }, { code, message }: PermanentError) => {
      parkedMessages.push({ body, code, reason: message });
      parked.push(code);
    },
  };

  const deeds: Deeds = { record: async (deed) => void recordedDeeds.push(deed) };

  const remembered = { lines, codes, meterings, flushes, parkedMessages, parked, recordedDeeds };
  return { log: logWith({}), meters, deadLetters, deeds, ...remembered };
};
