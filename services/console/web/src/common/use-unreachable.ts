import { notifications } from '@mantine/notifications';

import { useSharedTexts } from './shared-texts.ts';

/** Says that a part of the console could not be loaded. */
export const useUnreachable = (): (() => void) => {
  const t = useSharedTexts();
  return () =>
    notifications.show({
      id: 'unreachable',
      title: t('problem.title'),
      message: t('problem.unreachable'),
      color: 'red',
    });
};
