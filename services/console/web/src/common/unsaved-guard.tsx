import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';

import { useSharedTexts } from './shared-texts.ts';

interface Props {
  readonly isUnsaved: boolean;
  /** Forgets what is not saved, where it would be kept otherwise. */
  readonly onDrop?: () => void;
  /** Where it is not changes that would be lost. */
  readonly title?: string;
  readonly text?: string;
}

/** Asks before a page with unsaved changes is left, by a link here or by closing the tab. */
export const UnsavedGuard = ({ isUnsaved, onDrop, title, text }: Props) => {
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
      title={title ?? t('unsaved.title')}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text size="sm">{text ?? t('unsaved.text')}</Text>
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              onDrop?.();
              blocker.proceed?.();
            }}
          >
            {t('unsaved.leave')}
          </Button>
          <Button onClick={() => blocker.reset?.()}>{t('unsaved.stay')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
};
