import { composeTemplatePreviews } from '../composition.ts';
import { previewTemplate } from './preview-template.ts';

const { previewTemplate: preview, edge } = composeTemplatePreviews();

export const handler = previewTemplate(preview, edge);
