import { instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { id } from '../handlers/shapes.ts';
import { Columns } from './import-answers.ts';

export const count = () => z.int().check(z.nonnegative());

export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    items: z.array(item),
    /** For the next page; the last one has none. */
    cursor: z.optional(z.string()),
  });

const Brand = z.object({ name: z.string(), colour: z.optional(z.string()) });

const list = { listId: id('lst'), name: z.string(), createdAt: instant(), brand: z.optional(Brand) };

export const NewList = z.object(list);

/** `unsubscribed` are those who have left the list, also if they are members no more. */
const counts = { members: count(), unsubscribed: count() };

export const List = z.object({ ...list, ...counts });
export const ListPage = pageOf(List);

/** With how the columns of the last file into it were understood. */
export const DescribedList = z.object({ ...list, ...counts, columns: z.optional(Columns) });

export const Recount = z.object({
  ...list,
  ...counts,
  corrected: z.object({ members: z.int(), unsubscribed: z.int() }),
});

export const BrandOfList = z.object({ listId: id('lst'), brand: z.nullable(Brand) });

export const Attribute = z.object({ name: z.string(), type: z.enum(['text', 'number', 'date', 'boolean']) });
export const Attributes = z.object({ items: z.array(Attribute) });

/** Post `List-Unsubscribe=One-Click` to it as a form: 200 says that such links work. Nobody leaves by it. */
export const OneClickCheck = z.object({ url: z.url() });
