import { composeReading } from '../composition.ts';
import { deleteTemplate } from './delete-template.ts';

const { deleteTemplate: remove, edge } = composeReading();

export const handler = deleteTemplate(remove, edge);
