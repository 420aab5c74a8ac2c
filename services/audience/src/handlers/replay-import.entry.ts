import { composeImports } from '../composition.ts';
import { replayImport } from './replay-import.ts';

const { replayImport: replay, edge } = composeImports();

export const handler = replayImport(replay, edge);
