import { composeTokens } from '../src/compose-access.ts';
import { giveToken } from '../src/handlers/access/give-token.ts';

const { givers, edge } = composeTokens();

export const handler = giveToken(givers, edge);
