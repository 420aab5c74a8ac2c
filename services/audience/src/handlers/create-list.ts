import { type HttpEdge, httpHandler, oneLine, problem } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import type { CreateList } from '../application/lists.ts';
import type { NewList } from '../openapi/answers.ts';
import { say } from './sentences.ts';
import { text } from './shapes.ts';

/** It becomes a header of every mail to the list. */
export const NewListBody = z.strictObject({ name: text(200).check(oneLine) });

/** POST /api/audience/lists */
export const createList = (create: CreateList, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      body: NewListBody,
      handle: async ({ body: { name } }) => {
        const created = await create(name);
        if (created.ok) return { status: 201, body: created.value satisfies Answer<typeof NewList> };
        const { kind, most } = created.problem;
        return problem({ status: 409, ...say(kind, { most }) });
      },
    },
    edge,
  );
