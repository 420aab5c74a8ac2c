import { composeRequests } from '../composition.ts';
import { scheduleCampaign } from './schedule-campaign.ts';

const { requestSchedule, edge } = composeRequests();

export const handler = scheduleCampaign(requestSchedule, edge);
