import { useQueries } from '@tanstack/react-query';

import type { SentMail } from '../queries/sent-mail.ts';
import { loadPicture, NO_PICTURE } from './load-picture.ts';
import { picturesOf } from './pictures-of.ts';

/** The HTML of a mail with the pictures that went along with it. */
export const useMailWithPictures = (mail: SentMail): string => {
  const pictures = picturesOf(mail);
  const loaded = useQueries({
    queries: pictures.map(({ name, url }) => ({
      queryKey: ['run', mail.runId, 'picture', name],
      queryFn: () => loadPicture(url),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    })),
  });
  return pictures.reduce((html, { name }, n) => html.replaceAll(name, loaded[n]?.data ?? NO_PICTURE), mail.html);
};
