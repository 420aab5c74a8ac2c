import { infiniteQueryOptions } from '@tanstack/react-query';

import type { paths } from '../../api/campaigns.d.ts';
import { api, ask } from '../../common/api.ts';

type Answered = paths['/api/campaigns/images']['get']['responses'][200]['content']['application/json'];
export type PictureOnWeb = Answered['items'][number];

const PAGE = 48;
const FIRST: string | undefined = undefined;

export const picturesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['images'],
    queryFn: ({ pageParam: cursor }) =>
      ask(
        api.campaigns.GET('/api/campaigns/images', {
          params: { query: { limit: PAGE, ...(cursor !== undefined && { cursor }) } },
        }),
      ),
    initialPageParam: ((): string | undefined => FIRST)(),
    getNextPageParam: ({ cursor }) => cursor,
  });

/** A stage that does not know its own address answers a path of this console. */
export const addressOf = ({ url }: Pick<PictureOnWeb, 'url'>): string => new URL(url, location.origin).href;
