import { type HttpEdge, httpHandler, problem } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { RecountList } from '../application/list-counts/recount-list.ts';
import type { Recount } from '../openapi/answers.ts';
import { listNotFound } from './problems.ts';
import { say } from './sentences.ts';
import { ListPath } from './shapes.ts';

/** POST /api/audience/lists/{listId}/recount: for whoever does not believe the counters. */
export const recountList = (recount: RecountList, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'administrator',
      path: ListPath,
      handle: async ({ path: { listId } }) => {
        const counted = await recount(listId);
        if (counted.ok) return { status: 200, body: counted.value satisfies Answer<typeof Recount> };
        if (counted.problem.kind === 'list_not_found') return listNotFound();
        return problem({ status: 409, ...say('list_in_use') });
      },
    },
    edge,
  );
