import { composePreviews } from '../composition.ts';
import { previewCampaign } from './preview-campaign.ts';

const { previewCampaign: preview, edge } = composePreviews();

export const handler = previewCampaign(preview, edge);
