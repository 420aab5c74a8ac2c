import { Alert, Box } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { useAppTexts } from '../app-texts.ts';

const follow = (tell: () => void) => onlineManager.subscribe(tell);
const isOnline = () => onlineManager.isOnline();

/** Nothing is asked while there is no network: a run that is followed would seem to stand still. */
export const OfflineNote = () => {
  const t = useAppTexts();
  const isConnected = useSyncExternalStore(follow, isOnline);
  return (
    <Box role="status" className="offline-note">
      {!isConnected && (
        // What is around it speaks: an alert in it would be read once more.
        <Alert role="presentation" variant="filled" mb="lg" icon={<IconPlugConnectedX aria-hidden />}>
          {t('offline')}
        </Alert>
      )}
    </Box>
  );
};
