import { composeReading } from '../composition.ts';
import { getCampaign } from './get-campaign.ts';

const { campaigns, edge } = composeReading();

export const handler = getCampaign(campaigns, edge);
