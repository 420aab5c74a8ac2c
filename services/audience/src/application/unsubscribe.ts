import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Cause, Clock, ConsentCommands, UnsubscribeTokens } from './ports.ts';

interface Needs {
  readonly tokens: UnsubscribeTokens;
  readonly commands: ConsentCommands;
  readonly clock: Clock;
}

export type Unsubscribe = (token: string, cause: Cause) => Promise<Result<void, { readonly kind: 'token_invalid' }>>;

/** Does what the bearer of a link in a mail asks for. Asking twice is asking once. */
export const makeUnsubscribe =
  ({ tokens, commands, clock }: Needs): Unsubscribe =>
  async (token, cause) => {
    const claim = await tokens.verify(token);
    if (claim === undefined) return refuse({ kind: 'token_invalid' });

    const { contactId, scope } = claim;
    const at = clock.now().toISOString();
    await commands.change({ contactId, scope, at, isSuppressed: true, reason: 'unsubscribed' }, cause);
    return succeed(undefined);
  };
