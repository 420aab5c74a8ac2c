import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { Asked } from './asked.tsx';
import { More } from './more.tsx';

interface Props<Item> {
  readonly of: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Item[] }>>;
  /** What stands here where there is nothing. */
  readonly none: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** A list that comes page by page: what is there of it so far, and the way to more. */
export function Paged<Item>({ of, none, children }: Props<Item>) {
  return (
    <>
      <Asked of={of}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length > 0 ? children(items) : none;
        }}
      </Asked>
      <More of={of} />
    </>
  );
}
