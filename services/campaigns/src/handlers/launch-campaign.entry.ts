import { composeLaunching } from '../compose-preflight.ts';
import { launchCampaign } from './launch-campaign.ts';

const { requestLaunch, edge } = composeLaunching();

export const handler = launchCampaign(requestLaunch, edge);
