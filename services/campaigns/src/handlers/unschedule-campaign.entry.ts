import { composeRequests } from '../composition.ts';
import { unscheduleCampaign } from './unschedule-campaign.ts';

const { requestUnschedule, edge } = composeRequests();

export const handler = unscheduleCampaign(requestUnschedule, edge);
