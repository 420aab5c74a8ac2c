import { Button, Center, Text } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';

import { ProblemAlert } from './problem-alert.tsx';
import { useSharedTexts } from './shared-texts.ts';

/** Stands below a list that comes page by page. */
export function More<Page>({ of }: { readonly of: UseInfiniteQueryResult<InfiniteData<Page>> }) {
  const t = useSharedTexts();
  if (of.data === undefined) return null;
  if (of.isFetchNextPageError) return <ProblemAlert error={of.error} onRetry={() => void of.fetchNextPage()} />;
  return (
    <Center>
      {of.hasNextPage ? (
        <Button variant="default" loading={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
          {t('more.show')}
        </Button>
      ) : (
        of.data.pages.length > 1 && (
          <Text size="sm" c="dimmed">
            {t('more.all')}
          </Text>
        )
      )}
    </Center>
  );
}
