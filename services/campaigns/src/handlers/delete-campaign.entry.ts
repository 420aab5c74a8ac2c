import { composeReading } from '../composition.ts';
import { deleteCampaign } from './delete-campaign.ts';

const { deleteCampaign: remove, edge } = composeReading();

export const handler = deleteCampaign(remove, edge);
