import { composeLiquid } from '../composition.ts';
import { previewCampaign } from './preview-campaign.ts';

const { previewCampaign: preview, edge } = composeLiquid();

export const handler = previewCampaign(preview, edge);
