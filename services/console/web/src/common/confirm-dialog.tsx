import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

import { ProblemAlert } from './problem-alert.tsx';
import { useSharedTexts } from './shared-texts.ts';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, before it happens. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
  readonly isReady?: boolean;
  readonly error?: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/**
 * Asks before something is done that is hard to undo. Stays open while it is being done, as going back would not stop it, and with the
 * reason when it fails.
 */
export const ConfirmDialog = (props: Props) => {
  const t = useSharedTexts();
  const { opened, title, children, confirm, isDangerous = false, isBusy = false, isReady = true, error } = props;
  const close = () => {
    if (!isBusy) props.onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': t('close'), disabled: isBusy }}
    >
      <Stack>
        {children}
        <ProblemAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" disabled={isBusy} onClick={close}>
            {t('confirm.cancel')}
          </Button>
          <Button
            {...(isDangerous && { color: 'red.9' })}
            loading={isBusy}
            disabled={!isReady}
            onClick={props.onConfirm}
          >
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
