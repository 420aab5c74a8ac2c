import { type Edge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { CreateList } from '../application/lists.ts';
import { text } from './shapes.ts';

/** POST /api/audience/lists */
export const createList = (create: CreateList, edge: Edge) =>
  httpHandler(
    {
      body: z.object({ name: text(200) }),
      handle: async ({ body: { name } }) => ({ status: 201, body: await create(name) }),
    },
    edge,
  );
