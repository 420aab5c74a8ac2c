import { type HttpEdge, httpHandler, oneLine, rule } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import type { Lists } from '../application/ports.ts';
import { COLOUR } from '../domain/brand.ts';
import type { BrandOfList } from '../openapi/answers.ts';
import { listNotFound } from './problems.ts';
import { say } from './sentences.ts';
import { ListPath, text } from './shapes.ts';

const Brand = z.strictObject({
  name: text(100).check(oneLine),
  colour: z.optional(z.string().check(z.regex(COLOUR, rule(say('not_a_colour'))))),
});

export const BrandBody = z.strictObject({ brand: z.nullable(Brand) });

/** PUT /api/audience/lists/{listId}/brand: how the pages look that people reach from its mails; `{"brand": null}` makes them plain. */
export const brandList = (lists: Pick<Lists, 'setBrand'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: ListPath,
      body: BrandBody,
      handle: async ({ path: { listId }, body: { brand } }) => {
        const isThere = await lists.setBrand(listId, brand ?? undefined);
        return isThere ? { status: 200, body: { listId, brand } satisfies Answer<typeof BrandOfList> } : listNotFound();
      },
    },
    edge,
  );
