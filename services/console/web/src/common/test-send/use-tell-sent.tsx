import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';

import { usePerson } from '../../app/session/session-context.tsx';
import { useTestSendTexts } from './test-send-texts.ts';

/** Says beside the page that a test is on its way, and where it arrives on a laptop. */
export const useTellSent = (): (() => void) => {
  const t = useTestSendTexts();
  const { stage } = usePerson();
  const mailbox = stage === 'local' && (
    <Anchor href="/mailbox" target="_blank" size="sm">
      {t('mailbox')}
    </Anchor>
  );
  return () => {
    notifications.show({
      message: (
        <>
          {t('sent')} {mailbox}
        </>
      ),
      color: 'teal',
    });
  };
};
