import type { User, UserManager } from 'oidc-client-ts';
import * as z from 'zod/mini';

import { problemOf } from '../../common/problem.ts';
import type { Access } from './keep-access.ts';

const Given = z.object({ access_token: z.string(), expires_in: z.number() });

const MS = 1_000;
/** An ID token that is nearly over is exchanged for a younger one first. */
const NEARLY_MS = 30_000;

/**
 * Exchanges what the issuer says of a person for a token of the services; `undefined` where that is not believed (any more).
 * @throws {ApiProblem} where no answer came, or none that decides it
 */
export const exchange = async ({ id_token: idToken }: User): Promise<Access | undefined> => {
  if (idToken === undefined) return undefined;
  const asked = Date.now();
  const response = await fetch('/api/console/tokens', {
    method: 'POST',
    cache: 'no-store',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      subject_token: idToken,
    }),
  }).catch(() => undefined);
  if (response === undefined) throw problemOf(0, undefined);
  if (response.status === 400) return undefined;
  if (!response.ok) throw problemOf(response.status, undefined);

  const { access_token: token, expires_in: seconds } = z.parse(Given, await response.json());
  return { token, until: asked + seconds * MS };
};

/** Exchanges again, with what the issuer says now. */
export const exchangeAgain = async (manager: UserManager): Promise<Access | undefined> => {
  const user = await manager.getUser();
  const isYoung = user !== null && user.profile.exp * MS > Date.now() + NEARLY_MS;
  const current = isYoung ? user : await manager.signinSilent().catch(() => null);
  return current === null ? undefined : exchange(current);
};
