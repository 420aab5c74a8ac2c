import { randomBytes } from 'node:crypto';

import type { Ids } from '../application/run-export/ports.ts';

/** Prefix, then 32 hexadecimal digits: 12 of the time in milliseconds, 20 at random. */
export const timeOrderedIds = (now: () => Date): Ids => ({
  next: (prefix) => `${prefix}_${now().getTime().toString(16).padStart(12, '0')}${randomBytes(10).toString('hex')}`,
});
