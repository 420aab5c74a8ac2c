import { composeImports } from '../composition.ts';
import { cancelImport } from './cancel-import.ts';

const { cancelImport: cancel, edge } = composeImports();

export const handler = cancelImport(cancel, edge);
