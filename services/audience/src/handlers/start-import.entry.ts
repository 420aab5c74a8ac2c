import { composeImportStarter } from '../compose-import-starter.ts';
import { startImport } from './start-import.ts';

const { startImport: start, edge } = composeImportStarter();

export const handler = startImport(start, edge);
