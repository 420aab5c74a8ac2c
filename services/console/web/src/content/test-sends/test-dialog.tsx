import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { api, ask } from '../../common/api.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { sendersQuery } from '../../common/queries/senders.ts';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { AddressInput } from '../../common/test-send/address-input.tsx';
import { recipientsFor } from '../../common/test-send/addresses.ts';
import { useTestSendTexts } from '../../common/test-send/test-send-texts.ts';
import { useTellSent } from '../../common/test-send/use-tell-sent.tsx';
import { useTestAddresses } from '../../common/test-send/use-test-addresses.ts';
import { useTestTexts } from './texts.ts';

const OTHER = 'other';

interface Props {
  readonly templateId: string;
  /** What is filled in. */
  readonly fields: Readonly<Record<string, string>>;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Sends the saved template to a few people, for a look at it in real mail programs. */
export const TestDialog = ({ templateId, fields, opened, onClose }: Props) => {
  const t = useTestTexts();
  const shared = useSharedTexts();
  const common = useTestSendTexts();
  const addresses = useTestAddresses();
  const tellSent = useTellSent();
  const [from, setFrom] = useState<From>();
  const send = useMutation({
    mutationFn: (sender: From) =>
      ask(
        api.campaigns.POST('/api/campaigns/templates/{templateId}/test-sends', {
          params: { path: { templateId } },
          body: { ...sender, recipients: recipientsFor(addresses.to, fields) },
        }),
      ),
    onSuccess: () => {
      onClose();
      tellSent();
    },
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={common('title')}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <Stack>
        <AddressInput of={addresses} />
        <FromChoice onChange={setFrom} />
        <Text size="sm" c="dimmed">
          {t('as')}
        </Text>
        <ProblemAlert error={send.error} />
        <Group justify="flex-end">
          <Button
            loading={send.isPending}
            disabled={!addresses.isReady || from === undefined}
            onClick={() => from && send.mutate(from)}
          >
            {common('send')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

type From = { readonly senderId: string } | { readonly from: { readonly address: string; readonly name?: string } };

const fromOther = (address: string, name: string): From | undefined =>
  address.trim() === ''
    ? undefined
    : { from: { address: address.trim(), ...(name.trim() !== '' && { name: name.trim() }) } };

/** One of the senders who are set up, or any address that SES knows. */
const FromChoice = ({ onChange }: { readonly onChange: (from: From | undefined) => void }) => {
  const t = useTestTexts();
  const { data } = useQuery(sendersQuery());
  const senders = data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [address, setAddress] = useState('');
  const [name, setName] = useState('');
  const isOther = senders.length === 0 || chosen === OTHER;
  return (
    <>
      {senders.length > 0 && (
        <Select
          label={t('from')}
          value={chosen}
          data={[
            ...senders.map(({ senderId, name: theirs, address: at }) => ({
              value: senderId,
              label: `${theirs} <${at}>`,
            })),
            { value: OTHER, label: t('from.other') },
          ]}
          allowDeselect={false}
          onChange={(id) => {
            setChosen(id);
            onChange(id === OTHER || id === null ? fromOther(address, name) : { senderId: id });
          }}
        />
      )}
      {isOther && (
        <>
          <TextInput
            label={t('from.address')}
            description={t('from.about')}
            type="email"
            value={address}
            onChange={(event) => {
              setAddress(event.currentTarget.value);
              onChange(fromOther(event.currentTarget.value, name));
            }}
          />
          <TextInput
            label={t('from.name')}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
              onChange(fromOther(address, event.currentTarget.value));
            }}
          />
        </>
      )}
    </>
  );
};
