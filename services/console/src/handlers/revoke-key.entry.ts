import { composeApiKeys } from '../compose-access.ts';
import { revokeKey } from './access/api-keys.ts';

const { revokeKey: revoke, edge } = composeApiKeys();

export const handler = revokeKey(revoke, edge);
