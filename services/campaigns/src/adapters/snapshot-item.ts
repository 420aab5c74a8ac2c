import * as z from 'zod/mini';

import type { Snapshot } from '../domain/snapshot.ts';
import { storedInstant } from './plan-item.ts';

const SnapshotItem = z.object({
  manifest: z.string(),
  recipients: z.number(),
  chunks: z.number(),
  departures: z.optional(
    z.array(z.object({ firstChunk: z.number(), recipients: z.number(), notBefore: storedInstant })),
  ),
});

export const toSnapshotItem = ({ departures, ...snapshot }: Snapshot): z.infer<typeof SnapshotItem> => ({
  ...snapshot,
  ...(departures && {
    departures: departures.map(({ notBefore, ...those }) => ({ ...those, notBefore: notBefore.toISOString() })),
  }),
});

export const fromSnapshotItem = (item: unknown): Snapshot => {
  const { departures, ...snapshot } = z.parse(SnapshotItem, item);
  return {
    ...snapshot,
    ...(departures && {
      departures: departures.map(({ notBefore, ...those }) => ({ ...those, notBefore: new Date(notBefore) })),
    }),
  };
};
