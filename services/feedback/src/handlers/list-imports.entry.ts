import { composeReporting } from '../composition.ts';
import { listParts } from './list-parts.ts';

const { readParts: use, edge } = composeReporting();

export const handler = listParts('import', use, edge);
