import { RecordDeedV1 } from '../commands/record-deed.v1.ts';
import type { Entries } from './entry.ts';

/** What console can be asked to do. */
export const consoleCommands = {
  'record_deed.v1': {
    schema: RecordDeedV1,
    kind: 'command',
    says: 'console',
    hears: ['console'],
    asks: ['campaigns', 'audience', 'dispatch', 'feedback'],
    status: 'live',
    summary: 'Keep for ever who did what: somebody has changed something through an API, and it was done.',
  },
} as const satisfies Entries;
