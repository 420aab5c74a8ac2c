const LONGEST_REASON = 300;

/**
 * What may be logged of an error: its name, its code if it has one, and its sentence without addresses, which may quote
 * what came from outside. The sentence is called `reason`, because `message` is the logger's own word.
 * @example
 * log.warn('message_handed_back', describeError(error));
 */
export const describeError = (error: unknown): Readonly<Record<string, string>> => {
  if (!(error instanceof Error)) return { error: 'unknown' };
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    reason: error.message.replaceAll(/\S+@\S+/g, '[address]').slice(0, LONGEST_REASON),
  };
};
