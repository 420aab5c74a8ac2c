import { composeWriting } from '../composition.ts';
import { createCampaign } from './create-campaign.ts';

const { createCampaign: create, edge } = composeWriting();

export const handler = createCampaign(create, edge);
