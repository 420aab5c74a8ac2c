import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { compileMjml } from '../mail/compile-mjml.ts';
import type { Draft } from './draft.ts';

const REST_MS = 400;

/** The HTML of what is being written, as soon as the author pauses. */
export const useCompiled = ({ format, code }: Pick<Draft, 'format' | 'code'>) => {
  const [resting] = useDebouncedValue(code, REST_MS);
  return useQuery({
    queryKey: ['compiled', format, resting],
    queryFn: () => (format === 'mjml' ? compileMjml(resting) : { html: resting, findings: [] }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
};
