import { composePreflight } from '../composition.ts';
import { preflightCampaign } from './preflight-campaign.ts';

const { preflightCampaign: preflight, edge } = composePreflight();

export const handler = preflightCampaign(preflight, edge);
