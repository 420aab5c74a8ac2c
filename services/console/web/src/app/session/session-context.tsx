import type { User } from 'oidc-client-ts';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

import { useSignedInAs } from '../../shared/api.ts';
import { type Session, signIn, signOut } from './begin-session.ts';
import { claimsOf, includes, type Role, roleOf } from './role.ts';

interface Person {
  readonly name: string;
  readonly role: Role | undefined;
  readonly stage: string;
  readonly region: string;
  readonly leave: () => void;
}

const PersonContext = createContext<Person | undefined>(undefined);

interface Props {
  readonly session: Session;
  /** Stands where nobody is signed in. */
  readonly signedOut: ReactNode;
  readonly children: ReactNode;
}

/** Keeps the person's tokens fresh and gives them to the API; sends those who are not signed in to the issuer. */
export const SessionProvider = ({ session, signedOut, children }: Props) => {
  const user = useUser(session);
  const hasLeft = location.pathname === '/signed-out';
  useSignedInAs(user?.access_token, () => void signIn(session.manager));

  useEffect(() => {
    if (user === undefined && !hasLeft) void signIn(session.manager);
  }, [user, hasLeft, session.manager]);

  const person = useMemo(() => user && personOf(session, user), [session, user]);
  if (person === undefined) return hasLeft ? signedOut : null;
  return <PersonContext value={person}>{children}</PersonContext>;
};

const useUser = (session: Session): User | undefined => {
  const [user, setUser] = useState(session.user);
  useEffect(() => {
    const { events } = session.manager;
    const stops = [
      events.addUserLoaded(setUser),
      events.addUserUnloaded(() => setUser(undefined)),
      events.addAccessTokenExpired(() => setUser(undefined)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session.manager]);
  return user;
};

const personOf = (session: Session, user: User): Person => ({
  name: user.profile.name ?? user.profile.preferred_username ?? user.profile.sub,
  role: roleOf(claimsOf(user.access_token)),
  stage: session.config.stage,
  region: session.config.region,
  leave: () => void signOut(session),
});

export const usePerson = (): Person => {
  const person = useContext(PersonContext);
  if (person === undefined) throw new Error('Nobody is signed in here');
  return person;
};

/** Whether the person who is signed in has this role or one that includes it. */
export const useMay = (needed: Role): boolean => includes(usePerson().role, needed);
