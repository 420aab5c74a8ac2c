import { useQueries, useQueryClient } from '@tanstack/react-query';

import { fileQuery } from '../queries/file.ts';

const SHOWN = /\bcid:(med_[A-Za-z0-9]{1,36})(?![A-Za-z0-9@])/g;
/** One transparent point, for a picture that is not there yet. */
const NOTHING = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const picturesIn = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(SHOWN)].map(([, mediaId = '']) => mediaId)),
];

/** As a part of the page itself: nothing that is kept apart from this page, as a preview is, may load its files. */
const asDataUrl = async (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : NOTHING);
    reader.onerror = () => reject(new Error('The picture could not be read'));
    reader.readAsDataURL(file);
  });

/** HTML whose attached pictures (`cid:med_…`) are shown. */
export const usePictures = (html: string): string => {
  const queries = useQueryClient();
  const ids = picturesIn(html);
  const loaded = useQueries({
    queries: ids.map((mediaId) => ({
      queryKey: ['picture', mediaId],
      queryFn: async (): Promise<string> => {
        const { url } = await queries.query(fileQuery(mediaId));
        if (url === undefined) return NOTHING;
        const answer = await fetch(url);
        return answer.ok ? asDataUrl(await answer.blob()) : NOTHING;
      },
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    })),
  });
  const sources = new Map(ids.map((mediaId, n) => [mediaId, loaded[n]?.data ?? NOTHING]));
  return html.replaceAll(SHOWN, (_, mediaId: string) => sources.get(mediaId) ?? NOTHING);
};
