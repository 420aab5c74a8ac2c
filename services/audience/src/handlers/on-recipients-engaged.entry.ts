import { composeEngagementKeeper } from '../compose-person.ts';
import { onRecipientsEngaged } from './on-recipients-engaged.ts';

const { engagements, edge } = composeEngagementKeeper();

export const handler = onRecipientsEngaged(engagements, edge);
