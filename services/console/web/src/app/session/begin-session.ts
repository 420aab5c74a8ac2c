import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';

import { type ConsoleConfig, readConfig } from './config.ts';
import { exchange, exchangeAgain } from './exchange.ts';
import { forgetPerson, keepOnlyOf } from './forget-person.ts';
import { type Access, type AccessKeeper, keepAccess } from './keep-access.ts';

const RETURN_PATH = '/signed-in';

/** Who is signed in at the issuer, and how to come and go. */
export interface Session {
  readonly config: ConsoleConfig;
  readonly manager: UserManager;
  /** Whoever is signed in, with what the services are asked with. */
  readonly signedIn: SignedIn | undefined;
}

export interface SignedIn {
  readonly user: User;
  readonly first: Access;
  readonly access: AccessKeeper;
}

/**
 * Finds out where the console runs and who is signed in: from the issuer's answer if we come back from it, else from this tab's storage.
 * What the issuer gave lives as long as the tab: the storage of a session is not shared with other tabs and is gone with it. What the
 * services are asked with lives in memory only.
 */
export const beginSession = async (): Promise<Session> => {
  const config = await readConfig();
  const manager = new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    redirect_uri: new URL(RETURN_PATH, location.origin).href,
    post_logout_redirect_uri: new URL('/signed-out', location.origin).href,
    response_type: 'code',
    scope: config.scope,
    automaticSilentRenew: true,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  if (location.pathname === RETURN_PATH) {
    const user = await cameBack(manager);
    const signedIn = user && (await admit(manager, user));
    // Back from the issuer a moment ago: another round would end here again.
    if (user !== undefined && signedIn === undefined) throw new NotBelieved();
    return { config, manager, signedIn };
  }
  const user = await manager.getUser();
  const isThere = user !== null && user.expired !== true;
  return { config, manager, signedIn: isThere ? await admit(manager, user) : undefined };
};

class NotBelieved extends Error {
  override readonly name = 'NotBelieved';
  override readonly message =
    'You have signed in, but this console does not believe that sign-in. Whoever runs it should compare its client and issuer with config.json, and the clocks.';
}

const admit = async (manager: UserManager, user: User): Promise<SignedIn | undefined> => {
  const first = await exchange(user);
  if (first === undefined) return undefined;
  keepOnlyOf(user.profile.sub, sessionStorage, localStorage);
  const access = keepAccess({ first, renew: () => exchangeAgain(manager), now: () => Date.now() });
  return { user, first, access };
};

/** Ends where the person wanted to be before signing in. An answer that is old or not for us is as good as none. */
const cameBack = async (manager: UserManager): Promise<User | undefined> => {
  try {
    const user = await manager.signinRedirectCallback();
    history.replaceState(null, '', pathIn(user.state));
    return user;
  } catch {
    history.replaceState(null, '', '/');
    return undefined;
  }
};

/** Only a path of our own: a state that says another address leads home. */
const pathIn = (state: unknown): string => (typeof state === 'string' && /^\/(?![/\\])/.test(state) ? state : '/');

export const signIn = (manager: UserManager): Promise<void> =>
  manager.signinRedirect({ state: `${location.pathname}${location.search}` });

export const signOut = async ({ manager, config }: Session): Promise<void> => {
  const endpoint = await manager.metadataService.getEndSessionEndpoint().catch(() => undefined);
  forgetPerson(sessionStorage, localStorage);
  if (endpoint !== undefined) return manager.signoutRedirect();

  await manager.removeUser();
  location.assign(config.signOutUrl ?? '/signed-out');
};
