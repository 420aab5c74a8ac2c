import { composeImports } from '../composition.ts';
import { requestImport } from './request-import.ts';

const { requestImport: request, edge } = composeImports();

export const handler = requestImport(request, edge);
