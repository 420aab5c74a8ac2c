import { Button, Center } from '@mantine/core';
import { IconAnchor } from '@tabler/icons-react';
import type { UserManager } from 'oidc-client-ts';

import { EmptyState } from '../common/empty-state.tsx';
import { useAppTexts } from './app-texts.ts';

export const SignedOut = ({ manager }: { readonly manager: UserManager }) => {
  const t = useAppTexts();
  const signInAgain = () => void manager.signinRedirect({ state: '/' });
  return (
    <Center mih="80vh">
      <EmptyState
        icon={IconAnchor}
        title={t('signedOut.title')}
        action={<Button onClick={signInAgain}>{t('signedOut.again')}</Button>}
      >
        {t('signedOut.text')}
      </EmptyState>
    </Center>
  );
};
