import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { api, ask } from '../../shared/api.ts';

const REST_MS = 300;

interface Asked {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What becomes of content for somebody, as the service that sends would make it. */
export const usePreview = (asked: Asked) => {
  const [{ subject, html, text, fields }] = useDebouncedValue(asked, REST_MS);
  return useQuery({
    queryKey: ['previewed', subject, html, text, fields],
    queryFn: () =>
      ask(
        api.campaigns.POST('/api/campaigns/templates/preview', {
          // A mail without a subject can be looked at, too.
          body: { subject: subject === '' ? ' ' : subject, html, ...(text.trim() !== '' && { text }), fields },
        }),
      ),
    enabled: html !== '',
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
};
