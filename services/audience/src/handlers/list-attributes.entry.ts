import { composeAttributes } from '../compose-import-starter.ts';
import { listAttributes } from './list-attributes.ts';

const { attributes, edge } = composeAttributes();

export const handler = listAttributes(attributes, edge);
