import type { InfiniteData } from '@tanstack/react-query';

/** The pages of a list without what was deleted: nobody waits for it to be read again, which may fail. */
export const without = <Item, Page extends { readonly items: readonly Item[] }, Cursor>(
  listed: InfiniteData<Page, Cursor> | undefined,
  isGone: (item: Page['items'][number]) => boolean,
): InfiniteData<Page, Cursor> | undefined =>
  listed && {
    ...listed,
    pages: listed.pages.map((page) => ({ ...page, items: page.items.filter((item) => !isGone(item)) })),
  };
