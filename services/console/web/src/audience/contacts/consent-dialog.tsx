import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { countAnew } from '../counts.ts';
import type { ContactCard } from '../model.ts';
import { type ConsentWish, changeConsent, contactKey } from './queries.ts';
import { useContactTexts } from './texts.ts';
import { useListName } from './use-list-name.ts';

export type Wish = Omit<ConsentWish, 'contactId'>;

interface Props {
  readonly contact: ContactCard;
  readonly wish: Wish;
  readonly onClose: () => void;
}

/** The change is a command: what is shown follows it within seconds. */
const SEEN_AFTER_MS = 2_000;

/** Says what a wish means before it is noted for the person. */
export const ConsentDialog = ({ contact: { contactId, address }, wish, onClose }: Props) => {
  const t = useContactTexts();
  const nameOf = useListName();
  const queries = useQueryClient();
  const again = () => {
    countAnew(queries);
    void queries.invalidateQueries({ queryKey: contactKey(contactId) });
  };
  const change = useMutation({
    mutationFn: () => changeConsent({ contactId, ...wish }),
    onSuccess: () => {
      notifications.show({ message: t('mail.done') });
      onClose();
      again();
      setTimeout(again, SEEN_AFTER_MS);
    },
  });
  const text = (() => {
    if (wish.change === 'resubscribe') return t('mail.text.resubscribe');
    if (wish.listId === undefined) return t('mail.text.unsubscribeAll');
    return t('mail.text.unsubscribe', { list: nameOf(wish.listId) });
  })();
  return (
    <ConfirmDialog
      opened
      title={t(`mail.ask.${wish.change}`, { address })}
      confirm={t(`mail.${wish.change}`)}
      isBusy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{text}</Text>
    </ConfirmDialog>
  );
};
