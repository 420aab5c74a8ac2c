import { StateError } from './errors.ts';
import type { Json } from './json.ts';

/** Largest JSON text that may go into or out of a state, in bytes of UTF-8. */
export const PAYLOAD_LIMIT_BYTES = 262_144;

/** Events in the history of one execution, its end included. */
export const HISTORY_LIMIT = 25_000;

export const isTooLarge = (text: string): boolean => Buffer.byteLength(text) > PAYLOAD_LIMIT_BYTES;

/** @throws StateError `States.DataLimitExceeded` */
export const withinLimit = <Value extends Json>(value: Value, whose: string): Value => {
  if (!isTooLarge(JSON.stringify(value))) return value;
  throw new StateError(
    'States.DataLimitExceeded',
    `The ${whose} has a size exceeding the maximum number of bytes service limit.`,
  );
};
