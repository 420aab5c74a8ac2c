import { composePreview } from '../../compose-segments.ts';
import { previewAudience } from './preview-audience.ts';

const { previewAudience: preview, edge } = composePreview();

export const handler = previewAudience(preview, edge);
