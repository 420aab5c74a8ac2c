import { type HttpEdge, httpHandler, oneLine } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import type { CreateList } from '../application/lists.ts';
import type { NewList } from '../openapi/answers.ts';
import { text } from './shapes.ts';

/** It becomes a header of every mail to the list. */
export const NewListBody = z.strictObject({ name: text(200).check(oneLine) });

/** POST /api/audience/lists */
export const createList = (create: CreateList, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      body: NewListBody,
      handle: async ({ body: { name } }) => ({
        status: 201,
        body: (await create(name)) satisfies Answer<typeof NewList>,
      }),
    },
    edge,
  );
