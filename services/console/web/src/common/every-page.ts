interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

/** As many as one can still choose from; beyond them lists are looked for by their names. */
const MOST_PAGES = 10;
const LARGEST_PAGE = 100;

/** So many choices, and there may be more. */
export const MOST_CHOICES = MOST_PAGES * LARGEST_PAGE;

/** All of a list that comes page by page, for choosing from it. */
export const everyPage = async <Item>(
  page: (cursor: string | undefined) => Promise<Page<Item>>,
): Promise<readonly Item[]> => {
  const found: Item[] = [];
  let cursor: string | undefined;
  for (let n = 0; n < MOST_PAGES; n += 1) {
    const next = await page(cursor);
    found.push(...next.items);
    cursor = next.cursor;
    if (cursor === undefined) break;
  }
  return found;
};

export const pageOfChoices = (cursor: string | undefined) => ({
  params: { query: { limit: LARGEST_PAGE, ...(cursor !== undefined && { cursor }) } },
});
