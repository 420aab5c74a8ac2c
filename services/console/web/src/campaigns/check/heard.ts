/** What was asked for: `undefined` while no answer is there, `failed` where none came. */
export type Heard<Value> = Value | 'failed' | undefined;

interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  /** Whether this is the answer to what was asked before. */
  readonly isPlaceholderData: boolean;
}

/** What is known of what is asked now: the answer to another plan says nothing of this one. */
export const heard = <Data, Value>(asked: Asked<Data>, read: (data: Data) => Value): Heard<Value> => {
  if (asked.data !== undefined) return asked.isPlaceholderData ? undefined : read(asked.data);
  return asked.error === null ? undefined : 'failed';
};
