import { composeRequests } from '../composition.ts';
import { launchCampaign } from './launch-campaign.ts';

const { requestLaunch, edge } = composeRequests();

export const handler = launchCampaign(requestLaunch, edge);
