import { composeReading } from '../composition.ts';
import { getTemplate } from './get-template.ts';

const { templates, edge } = composeReading();

export const handler = getTemplate(templates, edge);
