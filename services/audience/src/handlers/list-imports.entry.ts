import { composeImports } from '../composition.ts';
import { listImports } from './list-imports.ts';

const { imports, edge } = composeImports();

export const handler = listImports(imports, edge);
