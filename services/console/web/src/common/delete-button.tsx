import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { UseMutationResult } from '@tanstack/react-query';

import { Allowed } from './allowed.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface Props {
  /** What is asked, and what will be gone. */
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly removal: Pick<UseMutationResult<unknown, unknown, void>, 'mutate' | 'isPending' | 'error'>;
  /** What stands on the button that asks. */
  readonly children: string;
}

/** Deletes something of an author's, after asking. */
export const DeleteButton = ({ title, text, confirm, removal, children }: Props) => {
  const [isAsking, asking] = useDisclosure();
  return (
    <>
      <Allowed role="author">
        {(may) => (
          <Button variant="default" disabled={!may} onClick={asking.open}>
            {children}
          </Button>
        )}
      </Allowed>
      <ConfirmDialog
        opened={isAsking}
        title={title}
        confirm={confirm}
        isDangerous
        isBusy={removal.isPending}
        error={removal.error}
        onConfirm={() => removal.mutate()}
        onClose={asking.close}
      >
        <Text size="sm">{text}</Text>
      </ConfirmDialog>
    </>
  );
};
