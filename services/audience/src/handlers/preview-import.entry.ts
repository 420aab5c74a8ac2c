import { composePreview } from '../compose-preview.ts';
import { previewImport } from './preview-import.ts';

const { previewImport: preview, edge } = composePreview();

export const handler = previewImport(preview, edge);
