import { composeLiquid } from '../composition.ts';
import { updateTemplate } from './update-template.ts';

const { updateTemplate: update, edge } = composeLiquid();

export const handler = updateTemplate(update, edge);
