import { count, id, instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { BounceCategory } from './answers-runs.ts';

export const Recipients = z.object({
  /** Places in the snapshot. */
  items: z.array(
    z.object({
      chunk: count(),
      offset: count(),
      /** Why the mail came back, for those whose mail did. */
      reasons: z.optional(z.array(BounceCategory)),
      /** Who stands there, for whoever asks for names; nobody once that is kept no more, 180 days after the run. */
      contact: z.optional(
        z.object({
          contactId: id(),
          /** Where names are asked for, and not ids alone. */
          address: z.optional(z.string()),
        }),
      ),
    }),
  ),
  cursor: z.optional(z.string()),
});

export const RequestedExport = z.object({ runId: id(), exportId: id() });

const exportHead = {
  runId: id(),
  exportId: id(),
  format: z.enum(['csv', 'ndjson']),
  requestedAt: instant(),
};

export const RunExport = z.union([
  z.object({ ...exportHead, status: z.literal('building') }),
  z.object({
    ...exportHead,
    status: z.literal('failed'),
    reason: z.object({ code: z.literal('snapshot_gone'), detail: z.string() }),
  }),
  z.object({
    ...exportHead,
    status: z.literal('ready'),
    asOf: instant(),
    recipients: count(),
    /** Those who could not be named. */
    unnamed: count(),
    /** For some minutes. */
    url: z.url(),
  }),
]);
