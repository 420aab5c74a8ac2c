import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { ProblemAlert } from './problem-alert.tsx';
import { useSharedTexts } from './shared-texts.ts';

interface Props<Data> {
  readonly of: UseQueryResult<Data>;
  /** What stands here until there is something; some grey lines unless told. */
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what a query has, that it is loading, or why there is nothing. What was there before stays while it is asked for again. */
export function Asked<Data>({ of: { data, error, refetch }, skeleton, children }: Props<Data>) {
  if (data !== undefined) return children(data);
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return <Waiting>{skeleton ?? <Lines />}</Waiting>;
}

/** What stands for something that is on its way. */
export const Waiting = ({ children }: { readonly children: ReactNode }) => {
  const t = useSharedTexts();
  return (
    <div aria-busy="true">
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      {children}
    </div>
  );
};

const Lines = () => (
  <Stack gap="sm">
    {[100, 92, 97, 80].map((width) => (
      <Skeleton key={width} height={36} width={`${width}%`} />
    ))}
  </Stack>
);
