import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { components } from '../api/audience.d.ts';
import { allTold } from '../common/all-told.ts';
import { MOST_CHOICES } from '../common/every-page.ts';
import { segmentQuery, segmentsNamedQuery, segmentsQuery } from './queries.ts';

type Segment = Pick<components['schemas']['Segment'], 'segmentId' | 'name'>;

interface Segments {
  readonly segments: readonly Segment[];
  /** Whether what is not among them is not there at all. */
  readonly isKnown: boolean;
}

/** The newest segments, and those that are named by their ids, however old. */
export const useSegments = (ids: readonly string[]): Segments => {
  const newest = useQuery(segmentsQuery()).data;
  const known = new Set(newest?.map(({ segmentId }) => segmentId));
  const older = hasOlder(newest) ? ids.filter((id) => !known.has(id)) : [];
  const asked = useQueries({ queries: older.map((id) => segmentQuery(id)) });
  return {
    segments: [...(newest ?? []), ...asked.flatMap(({ data }) => data ?? [])],
    isKnown: newest !== undefined && allTold(asked),
  };
};

const REST_MS = 250;

/** Segments to choose from: where there are more than can be shown, those whose names hold what is typed. */
export const useSegmentChoices = (chosen: readonly string[]) => {
  const { segments } = useSegments(chosen);
  const [typed, look] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), REST_MS);
  const found = useQuery(segmentsNamedQuery(hasOlder(segments) ? wanted : '')).data ?? [];
  const all = new Map([...segments, ...found].map((segment) => [segment.segmentId, segment]));
  return { segments: [...all.values()], look };
};

const hasOlder = (segments: readonly unknown[] | undefined): boolean => (segments?.length ?? 0) >= MOST_CHOICES;
