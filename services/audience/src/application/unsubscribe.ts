import type { Evidence } from '../domain/consent-entry.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Cause, Clock, ConsentCommands, LinkChecks, UnsubscribeTokens } from './ports.ts';

interface Needs {
  readonly tokens: UnsubscribeTokens;
  readonly checks: Pick<LinkChecks, 'isGenuine'>;
  readonly commands: ConsentCommands;
  readonly clock: Clock;
}

/** How the bearer said so: by the button of a mail program, or by that of our page under its words. */
export type Saying = Pick<Evidence, 'words'> & { readonly how: 'one_click' | 'page' };

export type Unsubscribe = (
  token: string,
  saying: Saying,
  cause: Cause,
) => Promise<Result<void, { readonly kind: 'token_invalid' }>>;

/** Does what the bearer of a link in a mail asks for. Asking twice is asking once. Of a link that is only tried nobody leaves. */
export const makeUnsubscribe =
  ({ tokens, checks, commands, clock }: Needs): Unsubscribe =>
  async (token, saying, cause) => {
    const claim = await tokens.verify(token);
    if (claim === undefined)
      return (await checks.isGenuine(token)) ? succeed(undefined) : refuse({ kind: 'token_invalid' });

    const { contactId, scope, runId } = claim;
    const at = clock.now().toISOString();
    const said = { contactId, scope, at, isSuppressed: true, reason: 'unsubscribed' } as const;
    await commands.change({ said, evidence: { by: 'contact', ...saying, runId } }, cause);
    return succeed(undefined);
  };
