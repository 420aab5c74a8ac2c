import { Anchor, Fieldset, SimpleGrid, TagsInput, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { usePerson } from '../../app/session/session-context.tsx';
import { api, ask } from '../../common/api.ts';
import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import type { Campaign } from '../campaign.ts';
import { templateQuery } from '../queries.ts';
import { firstUnusable, MOST_ADDRESSES, recipientsFor } from './addresses.ts';
import { useSendTexts } from './send-texts.ts';

interface Props {
  readonly campaign: Campaign;
  readonly onClose: () => void;
}

type Fields = Readonly<Record<string, string>>;

/** The mail to a few addresses of one's own, for a look at it in a real mail program. */
export const TestDialog = ({ campaign, onClose }: Props) => {
  const t = useSendTexts();
  const [addresses, setAddresses] = useState<readonly string[]>([]);
  const [fields, setFields] = useState<Fields>({});
  const unusable = firstUnusable(addresses);
  const sending = useTestSend(campaign.campaignId, onClose);

  return (
    <ConfirmDialog
      opened
      title={t('test.title')}
      confirm={t('test.confirm')}
      isBusy={sending.isPending}
      isReady={addresses.length > 0 && unusable === undefined}
      error={sending.error}
      onConfirm={() => sending.mutate(recipientsFor(addresses, fields))}
      onClose={onClose}
    >
      <Text size="sm">{t('test.about')}</Text>
      <TagsInput
        label={t('test.addresses')}
        placeholder={addresses.length === 0 ? t('test.placeholder') : ''}
        value={[...addresses]}
        error={unusable !== undefined && t('test.unusable', { address: unusable })}
        maxTags={MOST_ADDRESSES}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        data-autofocus
        onChange={setAddresses}
      />
      <MergeFields templateId={campaign.templateId} fields={fields} onChange={setFields} />
    </ConfirmDialog>
  );
};

interface FieldsProps {
  readonly templateId: string;
  readonly fields: Fields;
  readonly onChange: (fields: Fields) => void;
}

const MergeFields = ({ templateId, fields, onChange }: FieldsProps) => {
  const t = useSendTexts();
  const template = useQuery(templateQuery(templateId));
  const names = (template.data?.fields ?? []).filter((name) => name !== 'unsubscribe_url');
  if (names.length === 0) return null;
  return (
    <Fieldset legend={t('test.fields')}>
      <Text size="xs" c="dimmed" mb="xs">
        {t('test.fields.about')}
      </Text>
      <SimpleGrid cols={2} spacing="xs">
        {names.map((name) => (
          <TextInput
            key={name}
            label={name}
            size="xs"
            value={fields[name] ?? ''}
            onChange={({ currentTarget }) => onChange({ ...fields, [name]: currentTarget.value })}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
};

const useTestSend = (campaignId: string, whenSent: () => void) => {
  const t = useSendTexts();
  const { stage } = usePerson();
  return useMutation({
    mutationFn: (recipients: ReturnType<typeof recipientsFor>) =>
      ask(
        api.campaigns.POST('/api/campaigns/campaigns/{campaignId}/test-sends', {
          params: { path: { campaignId } },
          body: { recipients },
        }),
      ),
    onSuccess: () => {
      whenSent();
      const mailbox = (
        <Anchor href="/mailbox" target="_blank">
          {t('test.mailbox')}
        </Anchor>
      );
      notifications.show({ title: t('test.done'), message: stage === 'local' ? mailbox : '', color: 'teal' });
    },
  });
};
