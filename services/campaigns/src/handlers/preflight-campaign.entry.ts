import { composePreflight } from '../compose-preflight.ts';
import { preflightCampaign } from './preflight-campaign.ts';

const { preflightCampaign: preflight, edge } = composePreflight();

export const handler = preflightCampaign(preflight, edge);
