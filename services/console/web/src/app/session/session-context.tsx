import { notifications } from '@mantine/notifications';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

import { useSignedInAs } from '../../common/api.ts';
import { useAppTexts } from '../app-texts.ts';
import { type Session, type SignedIn, signIn, signOut } from './begin-session.ts';
import { claimsOf, includes, type Role, roleOf } from './role.ts';
import { whenRefused } from './when-refused.ts';

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
  const signedIn = useSignedIn(session);
  const hasLeft = location.pathname === '/signed-out';
  useSignedInAs(signedIn?.access, useRefused(session));

  useEffect(() => {
    if (signedIn === undefined && !hasLeft) void signIn(session.manager);
  }, [signedIn, hasLeft, session.manager]);

  const person = useMemo(() => signedIn && personOf(session, signedIn), [session, signedIn]);
  if (person === undefined) return hasLeft ? signedOut : null;
  return <PersonContext value={person}>{children}</PersonContext>;
};

const useSignedIn = (session: Session): SignedIn | undefined => {
  const [signedIn, setSignedIn] = useState(session.signedIn);
  useEffect(() => {
    const { events } = session.manager;
    const stops = [
      events.addUserUnloaded(() => setSignedIn(undefined)),
      events.addAccessTokenExpired(() => setSignedIn(undefined)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session.manager]);
  return signedIn;
};

const useRefused = ({ manager }: Session): (() => void) => {
  const t = useAppTexts();
  const [refused] = useState(() =>
    whenRefused({ store: sessionStorage, now: () => Date.now(), signIn: () => signIn(manager) }),
  );
  return () =>
    refused(() =>
      notifications.show({
        id: 'refused',
        title: t('refused.title'),
        message: t('refused.text'),
        color: 'red',
        autoClose: false,
      }),
    );
};

const personOf = (session: Session, { user, first }: SignedIn): Person => ({
  name: user.profile.name ?? user.profile.preferred_username ?? user.profile.sub,
  role: roleOf(claimsOf(first.token)),
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
