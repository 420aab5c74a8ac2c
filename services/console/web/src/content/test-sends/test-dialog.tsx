import { Anchor, Button, Group, Modal, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { usePerson } from '../../app/session/session-context.tsx';
import { api, ask } from '../../common/api.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { sendersQuery } from '../../common/queries/senders.ts';
import { useTestTexts } from './texts.ts';

const MOST = 10;
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
  const { stage } = usePerson();
  const [to, setTo] = useLocalStorage<string[]>({ key: 'bulkhead.test.to', defaultValue: [] });
  const [from, setFrom] = useState<From>();
  const send = useMutation({
    mutationFn: (sender: From) =>
      ask(
        api.campaigns.POST('/api/campaigns/templates/{templateId}/test-sends', {
          params: { path: { templateId } },
          body: { ...sender, recipients: to.map((address) => ({ address, fields })) },
        }),
      ),
    onSuccess: () => {
      onClose();
      notifications.show({ message: <Sent isLocal={stage === 'local'} />, color: 'teal' });
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': shared('close') }}>
      <Stack>
        <TagsInput
          label={t('to')}
          description={t('to.about')}
          placeholder={to.length === 0 ? t('to.placeholder') : ''}
          value={to}
          maxTags={MOST}
          splitChars={[',', ' ', ';']}
          acceptValueOnBlur
          onChange={setTo}
          data-autofocus
        />
        <FromChoice onChange={setFrom} />
        <Text size="sm" c="dimmed">
          {t('as')}
        </Text>
        <ProblemAlert error={send.error} />
        <Group justify="flex-end">
          <Button
            loading={send.isPending}
            disabled={to.length === 0 || from === undefined}
            onClick={() => from && send.mutate(from)}
          >
            {t('send')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

/** Shown beside the page, where nobody is signed in. */
const Sent = ({ isLocal }: { readonly isLocal: boolean }) => {
  const t = useTestTexts();
  return (
    <>
      {t('sent')}{' '}
      {isLocal && (
        <Anchor href="/mailbox" target="_blank" size="sm">
          {t('mailbox')}
        </Anchor>
      )}
    </>
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
