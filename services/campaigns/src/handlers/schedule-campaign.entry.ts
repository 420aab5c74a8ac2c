import { composeLaunching } from '../compose-preflight.ts';
import { scheduleCampaign } from './schedule-campaign.ts';

const { requestSchedule, edge } = composeLaunching();

export const handler = scheduleCampaign(requestSchedule, edge);
