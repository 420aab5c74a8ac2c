import { composeTemplates } from '../composition.ts';
import { updateTemplate } from './update-template.ts';

const { updateTemplate: update, edge } = composeTemplates();

export const handler = updateTemplate(update, edge);
