import { composeLiquid } from '../composition.ts';
import { createTemplate } from './create-template.ts';

const { createTemplate: create, edge } = composeLiquid();

export const handler = createTemplate(create, edge);
