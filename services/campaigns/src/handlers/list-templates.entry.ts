import { composeReading } from '../composition.ts';
import { listTemplates } from './list-templates.ts';

const { templates, edge } = composeReading();

export const handler = listTemplates(templates, edge);
