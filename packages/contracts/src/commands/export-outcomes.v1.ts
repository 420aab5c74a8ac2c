import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, instant } from '../primitives.ts';

/** Write a file that says of every recipient of a run what happened to the mail. Receiver: feedback. */
export const ExportOutcomesV1 = defineMessage(
  'export_outcomes.v1',
  z.object({ exportId: id(), runId: id(), format: z.enum(['csv', 'ndjson']), at: instant() }),
);
export type ExportOutcomesV1 = z.infer<typeof ExportOutcomesV1>;
