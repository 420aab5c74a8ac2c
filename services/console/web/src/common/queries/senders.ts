import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../api.ts';
import { everyPage, pageOfChoices } from '../every-page.ts';

/** All senders as they are now. */
export const readSenders = () =>
  everyPage((cursor) => ask(api.campaigns.GET('/api/campaigns/senders', pageOfChoices(cursor))));

/** All senders that are set up. */
export const sendersQuery = () => queryOptions({ queryKey: ['senders'], queryFn: readSenders });
