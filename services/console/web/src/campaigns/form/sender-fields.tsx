import { Alert, Anchor, SegmentedControl, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useMay } from '../../app/session/session-context.tsx';
import { fieldError } from '../../common/problem.ts';
import { sendersQuery } from '../../common/queries/senders.ts';
import type { Sender } from '../campaign.ts';
import { useFormTexts } from './form-texts.ts';
import type { FormValues } from './form-values.ts';
import type { CampaignForm } from './use-campaign-form.ts';
import { useFlaw } from './use-flaw.ts';

interface Props {
  readonly form: CampaignForm;
  /** What the service said of it. */
  readonly error?: unknown;
}

/** Who the mail comes from: a sender that is set up. One is only written here where that is no way around labels and footers. */
export const SenderFields = ({ form, error }: Props) => {
  const t = useFormTexts();
  const { senderBy } = form.values;
  const mayWrite = useMayWrite(senderBy);
  return (
    <Stack gap="md">
      {mayWrite && (
        <SegmentedControl
          aria-label={t('sender.by')}
          value={senderBy}
          onChange={(word) => form.change({ senderBy: word === 'hand' ? 'hand' : 'choice' })}
          data={[
            { value: 'choice', label: t('sender.choice') },
            { value: 'hand', label: t('sender.hand') },
          ]}
          style={{ alignSelf: 'flex-start' }}
        />
      )}
      {senderBy === 'choice' ? <ChosenSender form={form} /> : <WrittenSender form={form} error={error} />}
    </Stack>
  );
};

/** While nobody is set up everybody may; after that administrators, and whoever finds one that is written already. */
const useMayWrite = (senderBy: FormValues['senderBy']): boolean => {
  const isAdministrator = useMay('administrator');
  const senders = useQuery(sendersQuery());
  return isAdministrator || senderBy === 'hand' || senders.data?.length === 0;
};

const ChosenSender = ({ form }: Props) => {
  const t = useFormTexts();
  const flaw = useFlaw(form);
  const senders = useQuery(sendersQuery());
  const chosen = senders.data?.find(({ senderId }) => senderId === form.values.senderId);
  return (
    <Stack gap="xs">
      <Select
        label={t('sender.label')}
        placeholder={t('sender.placeholder')}
        data={(senders.data ?? []).map((sender) => ({ value: sender.senderId, label: nameOf(sender) }))}
        value={form.values.senderId === '' ? null : form.values.senderId}
        error={flaw('senderId')}
        maw="36rem"
        searchable
        withAsterisk
        allowDeselect={false}
        onChange={(senderId) => form.change({ senderId: senderId ?? form.values.senderId })}
      />
      {senders.data?.length === 0 && <NobodySetUp />}
      {chosen?.subjectLabel !== undefined && (
        <Text size="sm" c="dimmed">
          {t('sender.label.about', { label: chosen.subjectLabel })}
        </Text>
      )}
    </Stack>
  );
};

const NobodySetUp = () => {
  const t = useFormTexts();
  const mayDo = useMay('administrator');
  return (
    <Text size="sm" c="dimmed">
      {t('sender.none')}{' '}
      {mayDo && (
        <Anchor underline="always" renderRoot={(props) => <Link to="/campaigns/senders" {...props} />}>
          {t('sender.setUp')}
        </Anchor>
      )}
    </Text>
  );
};

const nameOf = ({ name, address }: Sender): string => `${name} <${address}>`;

const WrittenSender = ({ form, error }: Props) => {
  const t = useFormTexts();
  const flaw = useFlaw(form);
  const { fromName, fromAddress, replyTo } = form.values;
  const senders = useQuery(sendersQuery());
  const bypasses = (senders.data ?? []).length > 0;
  return (
    <Stack gap="sm">
      {bypasses && (
        <Alert color="yellow" variant="light">
          {t('sender.bypasses')}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('sender.fromName')}
          value={fromName}
          error={fieldError(error, 'from.name')}
          maxLength={200}
          onChange={({ currentTarget }) => form.change({ fromName: currentTarget.value })}
        />
        <TextInput
          label={t('sender.fromAddress')}
          description={t('sender.fromAddress.about')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          type="email"
          value={fromAddress}
          error={flaw('fromAddress') || fieldError(error, 'from.address')}
          withAsterisk
          onChange={({ currentTarget }) => form.change({ fromAddress: currentTarget.value })}
        />
        <TextInput
          label={t('sender.replyTo')}
          type="email"
          value={replyTo}
          error={flaw('replyTo') || fieldError(error, 'replyTo')}
          onChange={({ currentTarget }) => form.change({ replyTo: currentTarget.value })}
        />
      </SimpleGrid>
    </Stack>
  );
};
