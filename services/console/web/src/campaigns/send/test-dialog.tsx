import { Fieldset, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { api, ask } from '../../common/api.ts';
import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { AddressInput } from '../../common/test-send/address-input.tsx';
import { recipientsFor } from '../../common/test-send/addresses.ts';
import { useTestSendTexts } from '../../common/test-send/test-send-texts.ts';
import { useTellSent } from '../../common/test-send/use-tell-sent.tsx';
import { useTestAddresses } from '../../common/test-send/use-test-addresses.ts';
import type { Campaign } from '../campaign.ts';
import { templateQuery } from '../queries.ts';
import { useSendTexts } from './send-texts.ts';

interface Props {
  readonly campaign: Campaign;
  readonly onClose: () => void;
}

type Fields = Readonly<Record<string, string>>;

/** The mail to a few addresses of one's own, for a look at it in a real mail program. */
export const TestDialog = ({ campaign, onClose }: Props) => {
  const t = useSendTexts();
  const common = useTestSendTexts();
  const addresses = useTestAddresses();
  const [fields, setFields] = useState<Fields>({});
  const sending = useTestSend(campaign.campaignId, onClose);

  return (
    <ConfirmDialog
      opened
      title={common('title')}
      confirm={common('send')}
      isBusy={sending.isPending}
      isReady={addresses.isReady}
      error={sending.error}
      onConfirm={() => sending.mutate(recipientsFor(addresses.to, fields))}
      onClose={onClose}
    >
      <Text size="sm">{t('test.about')}</Text>
      <AddressInput of={addresses} />
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
  const tellSent = useTellSent();
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
      tellSent();
    },
  });
};
