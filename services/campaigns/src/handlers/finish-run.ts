import { type Edge, taskHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { EndRun } from '../application/end-run.ts';
import { executionInput } from './execution-input.ts';

/** State Finish: nothing is left to do. */
export const finishRun = (endRun: EndRun, edge: Edge) =>
  taskHandler(
    {
      schema: z.object({ ...executionInput, outcome: z.enum(['sent', 'cancelled']) }),
      handle: async ({ outcome, ...execution }) => {
        await endRun(execution, { outcome });
        return { outcome };
      },
    },
    edge,
  );
