import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';

import { useSharedTexts } from './shared-texts.ts';

/** Asks before a page with unsaved changes is left, by a link here or by closing the tab. */
export const UnsavedGuard = ({ isUnsaved }: { readonly isUnsaved: boolean }) => {
  const t = useSharedTexts();
  const blocker = useBlocker({
    shouldBlockFn: () => isUnsaved,
    enableBeforeUnload: () => isUnsaved,
    withResolver: true,
  });
  const isBlocked = blocker.status === 'blocked';
  return (
    <Modal
      opened={isBlocked}
      onClose={() => blocker.reset?.()}
      title={t('unsaved.title')}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text size="sm">{t('unsaved.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {t('unsaved.leave')}
          </Button>
          <Button onClick={() => blocker.reset?.()}>{t('unsaved.stay')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
};
