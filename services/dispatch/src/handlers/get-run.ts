import { id } from '@bulkhead/contracts';
import { type HttpEdge, httpHandler, openCursor, problem } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import type { ListLeft, ShowRun } from '../application/show-run.ts';
import type { LeftPage, SendingRun } from '../openapi/answers.ts';
import { say } from './sentences.ts';

export const RunPath = z.object({ runId: id() });
export const LeftQuery = z.object({ cursor: z.optional(z.string().check(z.maxLength(512))) });

/** What the ledger's pages end with. */
const Mark = z.object({ sk: z.string().check(z.startsWith('chunk#')) });

const unknownRun = () => problem({ status: 404, ...say('run_unknown') });

/** GET /api/dispatch/runs/{runId} */
export const getRun = (showRun: ShowRun, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: RunPath,
      handle: async ({ path: { runId } }) => {
        const shown = await showRun(runId);
        if (shown === undefined) return unknownRun();
        const { run, control, exclude, counts, waves, unreadable } = shown;
        return {
          status: 200,
          body: {
            runId,
            campaignId: run.campaignId,
            isOpen: run.isOpen,
            control,
            ...(exclude && { exclude }),
            ...counts,
            waves,
            unreadable,
          } satisfies Answer<typeof SendingRun>,
        };
      },
    },
    edge,
  );

/** GET /api/dispatch/runs/{runId}/left */
export const getLeft = (listLeft: ListLeft, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: RunPath,
      query: LeftQuery,
      handle: async ({ path: { runId }, query: { cursor } }) => {
        openCursor(Mark, cursor);
        const left = await listLeft(runId, cursor);
        return left === undefined ? unknownRun() : { status: 200, body: left satisfies Answer<typeof LeftPage> };
      },
    },
    edge,
  );
