import { composeReading } from '../composition.ts';
import { listCampaigns } from './list-campaigns.ts';

const { campaigns, edge } = composeReading();

export const handler = listCampaigns(campaigns, edge);
