import { composeWriting } from '../composition.ts';
import { updateCampaign } from './update-campaign.ts';

const { updateCampaign: update, edge } = composeWriting();

export const handler = updateCampaign(update, edge);
