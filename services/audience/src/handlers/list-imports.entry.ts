import { composeImports } from '../composition.ts';
import { listImports } from './list-imports.ts';

const { imports, clock, edge } = composeImports();

export const handler = listImports(imports, clock, edge);
