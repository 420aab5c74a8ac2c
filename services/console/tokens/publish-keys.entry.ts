import { composeKeyRing } from '../src/compose-access.ts';
import { publishKeys } from '../src/handlers/access/publish-keys.ts';

const { ring, edge } = composeKeyRing();

export const handler = publishKeys(ring, edge);
