import { notifications } from '@mantine/notifications';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api, ask, askVersioned, tell } from '../../common/api.ts';
import { sendersQuery } from '../../common/queries/senders.ts';
import type { Sender } from '../campaign.ts';
import { newSenderId, type SenderValues, toSenderBody, versionOf, withSaved } from './sender-form.ts';
import { useSenderTexts } from './sender-texts.ts';

interface Saving {
  readonly values: SenderValues;
  /** Of what these values began with. */
  readonly version: string;
  /** Over whatever is there now, since somebody has chosen so. */
  readonly isForced?: boolean;
}

/** Saves a sender over the version that was looked at, or a new one. */
export const useSaveSender = (sender: Sender | undefined, whenSaved: () => void) => {
  const t = useSenderTexts();
  const client = useQueryClient();
  // The same for each try: one whose answer is lost makes no second sender.
  const [fresh] = useState(newSenderId);
  return useMutation({
    mutationFn: async ({ values, version: begun, isForced = false }: Saving) => {
      const senderId = sender?.senderId ?? fresh;
      const version = isForced ? await newestOf(senderId) : begun;
      return ask(
        api.campaigns.PUT('/api/campaigns/senders/{senderId}', {
          params: { path: { senderId }, header: version === '' ? {} : { 'If-Match': version } },
          body: toSenderBody(values),
        }),
      );
    },
    onSuccess: (saved) => {
      showSenders(client, (known) => withSaved(known, saved));
      notifications.show({ message: t('saved'), color: 'teal' });
      whenSaved();
    },
  });
};

/** What is there now is known by the answer: nobody waits for it to be read again, which may fail. */
const showSenders = (client: QueryClient, next: (known: readonly Sender[]) => readonly Sender[]): void => {
  const { queryKey } = sendersQuery();
  client.setQueryData(queryKey, (known) => known && [...next(known)]);
  void client.invalidateQueries({ queryKey });
};

const newestOf = async (senderId: string): Promise<string> =>
  (await askVersioned(api.campaigns.GET('/api/campaigns/senders/{senderId}', { params: { path: { senderId } } })))
    .version;

export const useDeleteSender = (whenDeleted: () => void) => {
  const t = useSenderTexts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sender: Sender) =>
      tell(
        api.campaigns.DELETE('/api/campaigns/senders/{senderId}', {
          params: { path: { senderId: sender.senderId }, header: { 'If-Match': versionOf(sender) } },
        }),
      ),
    onSuccess: (_, { senderId }) => {
      showSenders(client, (known) => known.filter((one) => one.senderId !== senderId));
      notifications.show({ message: t('deleted'), color: 'teal' });
      whenDeleted();
    },
  });
};
