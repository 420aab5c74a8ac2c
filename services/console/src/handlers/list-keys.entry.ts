import { composeApiKeys } from '../compose-access.ts';
import { listKeys } from './access/api-keys.ts';

const { keys, clock, edge } = composeApiKeys();

export const handler = listKeys(keys, clock, edge);
