import { composeApiKeys } from '../compose-access.ts';
import { makeKey } from './access/api-keys.ts';

const { makeKey: make, edge } = composeApiKeys();

export const handler = makeKey(make, edge);
