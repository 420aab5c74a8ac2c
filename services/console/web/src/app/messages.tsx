import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';

const ShownMessages = lazy(async () => ({ default: (await import('./shown-messages.tsx')).ShownMessages }));

/** Where messages appear; loaded with the first of them. */
export const Messages = () => {
  const { notifications } = useNotifications();
  const [isNeeded, setNeeded] = useState(false);
  if (!isNeeded && notifications.length > 0) setNeeded(true);
  return (
    isNeeded && (
      <Suspense>
        <ShownMessages />
      </Suspense>
    )
  );
};
