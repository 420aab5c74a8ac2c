import { Center, Container, Loader, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense, use, useMemo, useState } from 'react';

import { ProblemAlert } from '../common/problem-alert.tsx';
import { useSharedTexts } from '../common/shared-texts.ts';
import { Messages } from './messages.tsx';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import type { Session } from './session/begin-session.ts';
import { SessionProvider } from './session/session-context.tsx';
import { SignedOut } from './signed-out.tsx';
import { themeWith } from './theme.ts';

type Begun = { readonly session: Session } | { readonly error: unknown };

/** The console, once it is known where it runs and who is there. */
export const App = ({ beginning }: { readonly beginning: Promise<Session> }) => {
  const [begun] = useState(() =>
    beginning.then<Begun, Begun>(
      (session) => ({ session }),
      (error: unknown) => ({ error }),
    ),
  );
  const close = useSharedTexts()('close');
  const theme = useMemo(() => themeWith({ close }), [close]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Messages />
      <Suspense fallback={<Opening />}>
        <Begin begun={begun} />
      </Suspense>
    </MantineProvider>
  );
};

const Begin = ({ begun }: { readonly begun: Promise<Begun> }) => {
  const found = use(begun);
  if ('error' in found) {
    return (
      <Container size="xs" py="xl">
        <ProblemAlert error={found.error} onRetry={() => location.reload()} />
      </Container>
    );
  }
  return (
    <QueryClientProvider client={queryClient}>
      <SessionProvider session={found.session} signedOut={<SignedOut manager={found.session.manager} />}>
        <RouterProvider router={router} />
      </SessionProvider>
    </QueryClientProvider>
  );
};

const Opening = () => (
  <Center h="100vh">
    <Loader type="dots" aria-label="Bulkhead" />
  </Center>
);
