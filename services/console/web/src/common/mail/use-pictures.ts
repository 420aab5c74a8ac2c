import { useQueries, useQueryClient } from '@tanstack/react-query';

import { fileQuery } from '../queries/file.ts';
import { loadPicture, NO_PICTURE } from './load-picture.ts';

const SHOWN = /\bcid:(med_[A-Za-z0-9]{1,36})(?![A-Za-z0-9@])/g;

const picturesIn = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(SHOWN)].map(([, mediaId = '']) => mediaId)),
];

/** HTML whose attached pictures (`cid:med_…`) are shown. */
export const usePictures = (html: string): string => {
  const queries = useQueryClient();
  const ids = picturesIn(html);
  const loaded = useQueries({
    queries: ids.map((mediaId) => ({
      queryKey: ['picture', mediaId],
      queryFn: async (): Promise<string> => {
        const { url } = await queries.query(fileQuery(mediaId));
        if (url === undefined) return NO_PICTURE;
        return loadPicture(url);
      },
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    })),
  });
  const sources = new Map(ids.map((mediaId, n) => [mediaId, loaded[n]?.data ?? NO_PICTURE]));
  return html.replaceAll(SHOWN, (_, mediaId: string) => sources.get(mediaId) ?? NO_PICTURE);
};
