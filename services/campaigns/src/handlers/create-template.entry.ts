import { composeTemplates } from '../composition.ts';
import { createTemplate } from './create-template.ts';

const { createTemplate: create, edge } = composeTemplates();

export const handler = createTemplate(create, edge);
