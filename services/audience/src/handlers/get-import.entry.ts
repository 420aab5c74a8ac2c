import { composeImports } from '../composition.ts';
import { getImport } from './get-import.ts';

const { getImport: get, edge } = composeImports();

export const handler = getImport(get, edge);
