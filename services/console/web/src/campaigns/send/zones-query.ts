import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../../common/api.ts';
import type { AudienceChoice } from '../form/audience-choice.ts';
import { askedOf } from '../form/estimate-query.ts';

/** In which time zones the people of a campaign are, by one of their fields. */
export const zonesQuery = (choice: AudienceChoice, zoneField: string) =>
  queryOptions({
    queryKey: ['audience-zones', choice, zoneField],
    queryFn: () =>
      ask(api.audience.POST('/api/audience/segments/preview', { body: { ...askedOf(choice), zoneField } })),
    enabled: zoneField !== '',
    staleTime: 60_000,
  });
