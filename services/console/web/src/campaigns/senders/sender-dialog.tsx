import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput, type TextInputProps } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo } from 'react';

import { Conflict } from '../../common/conflict.tsx';
import { KeptNote } from '../../common/kept-note.tsx';
import { fieldError, isConflict } from '../../common/problem.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { readSenders, sendersQuery } from '../../common/queries/senders.ts';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { useVersionedDraft } from '../../common/use-versioned-draft.ts';
import type { Sender } from '../campaign.ts';
import { ownZone, zonesWith } from '../send/zoned-time.ts';
import { isComplete, readSenderValues, type SenderValues, valuesOf, versionOf } from './sender-form.ts';
import { useSenderTexts } from './sender-texts.ts';
import { useSaveSender } from './use-sender-changes.ts';

interface Props {
  /** Nothing for a new one. */
  readonly sender: Sender | undefined;
  readonly onClose: () => void;
}

export const SenderDialog = ({ sender, onClose }: Props) => {
  const t = useSenderTexts();
  const shared = useSharedTexts();
  const client = useQueryClient();
  const { values, version, isRestored, edit, drop } = useVersionedDraft({
    key: `sender.${sender?.senderId ?? 'new'}`,
    read: readSenderValues,
    saved: { version: versionOf(sender), values: valuesOf(sender, ownZone()) },
  });
  const done = () => {
    drop();
    onClose();
  };
  const saving = useSaveSender(sender, done);
  const save = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate({ values, version });
  };
  const showTheirs = async () => {
    client.setQueryData(sendersQuery().queryKey, await readSenders());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(sender === undefined ? 'form.new' : 'form.edit')}
      closeButtonProps={{ 'aria-label': shared('close') }}
      closeOnClickOutside={false}
    >
      <form onSubmit={save}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('form.about')}
          </Text>
          {isRestored && <KeptNote onDrop={drop} />}
          <Fields values={values} error={saving.error} onChange={edit} />
          {!isConflict(saving.error) && <ProblemAlert error={saving.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {shared('confirm.cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending} disabled={!isComplete(values)}>
              {shared('save')}
            </Button>
          </Group>
        </Stack>
      </form>
      <Conflict
        opened={isConflict(saving.error)}
        showTheirs={showTheirs}
        drop={done}
        onMine={() => saving.mutate({ values, version, isForced: true })}
        onDecided={saving.reset}
      />
    </Modal>
  );
};

interface FieldsProps {
  readonly values: SenderValues;
  readonly error: unknown;
  readonly onChange: (values: SenderValues) => void;
}

const below: Pick<TextInputProps, 'inputWrapperOrder'> = {
  inputWrapperOrder: ['label', 'input', 'description', 'error'],
};

const Fields = ({ values, error, onChange }: FieldsProps) => {
  const t = useSenderTexts();
  const zones = useMemo(() => [...zonesWith([ownZone()])], []);
  const change = (part: Partial<SenderValues>) => onChange({ ...values, ...part });
  return (
    <>
      <TextInput
        {...below}
        label={t('name')}
        description={t('name.about')}
        value={values.name}
        error={fieldError(error, 'name')}
        maxLength={200}
        withAsterisk
        data-autofocus
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <TextInput
        {...below}
        label={t('address')}
        description={t('address.about')}
        type="email"
        value={values.address}
        error={fieldError(error, 'address')}
        withAsterisk
        onChange={({ currentTarget }) => change({ address: currentTarget.value })}
      />
      <TextInput
        label={t('replyTo')}
        type="email"
        value={values.replyTo}
        error={fieldError(error, 'replyTo')}
        onChange={({ currentTarget }) => change({ replyTo: currentTarget.value })}
      />
      <Label values={values} error={error} onChange={onChange} />
      <Select
        {...below}
        label={t('zone')}
        description={t('zone.about')}
        data={zones}
        value={values.timeZone}
        error={fieldError(error, 'timeZone')}
        limit={200}
        searchable
        allowDeselect={false}
        onChange={(zone) => change({ timeZone: zone ?? values.timeZone })}
      />
      <Textarea
        {...below}
        label={t('footer')}
        description={t('footer.about')}
        value={values.footerText}
        error={fieldError(error, 'footerText')}
        maxLength={2_000}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => change({ footerText: currentTarget.value })}
      />
    </>
  );
};

const ADVERTISEMENT = '(광고)';

const Label = ({ values, error, onChange }: FieldsProps) => {
  const t = useSenderTexts();
  return (
    <Stack gap={4} align="flex-start">
      <TextInput
        {...below}
        w="100%"
        label={t('label')}
        description={t('label.about')}
        value={values.subjectLabel}
        error={fieldError(error, 'subjectLabel')}
        maxLength={40}
        onChange={({ currentTarget }) => onChange({ ...values, subjectLabel: currentTarget.value })}
      />
      {values.subjectLabel !== ADVERTISEMENT && (
        <Button variant="subtle" size="compact-xs" onClick={() => onChange({ ...values, subjectLabel: ADVERTISEMENT })}>
          {t('label.advertisement')}
        </Button>
      )}
    </Stack>
  );
};
