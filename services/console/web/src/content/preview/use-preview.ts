import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { api, ask } from '../../common/api.ts';

const REST_MS = 300;

interface Asked {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What becomes of content for somebody, as the service that sends would make it. Where it cannot be made, what it was before stays. */
export const usePreview = (asked: Asked) => {
  const [{ subject, html, text, fields }] = useDebouncedValue(asked, REST_MS);
  const asking = useQuery({
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
  const [shown, setShown] = useState(asking.data);
  if (asking.data !== undefined && asking.data !== shown) setShown(asking.data);
  return { data: asking.data ?? shown, error: asking.error };
};
