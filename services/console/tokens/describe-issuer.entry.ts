import { composeIssuer } from '../src/compose-access.ts';
import { describeIssuer } from '../src/handlers/access/publish-keys.ts';

const { issuer, edge } = composeIssuer();

export const handler = describeIssuer(issuer, edge);
