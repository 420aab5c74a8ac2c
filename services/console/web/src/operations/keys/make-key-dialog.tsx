import { Alert, Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';

import { ROLES, type Role } from '../../app/session/role.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { endOf, LIVES, type Life } from './life.ts';
import { NewSecret } from './new-secret.tsx';
import { useMakeKey } from './queries.ts';
import { type Service, ServicesChoice } from './services-choice.tsx';
import { useKeyTexts } from './texts.ts';

const LONGEST_NAME = 80;

/** Makes a key and shows its secret, which nobody can see again. */
export const MakeKeyDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useKeyTexts();
  const shared = useSharedTexts();
  const making = useMakeKey();
  const made = making.data;
  // A secret is shown once: nothing but its own button may lead past it, neither before it is there nor after.
  const mayLeave = made === undefined && !making.isPending;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(made === undefined ? 'make.title' : 'secret.title')}
      centered
      size="lg"
      closeOnClickOutside={mayLeave}
      closeOnEscape={mayLeave}
      withCloseButton={mayLeave}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      {made === undefined ? (
        <KeyForm making={making} onClose={onClose} />
      ) : (
        <NewSecret keyId={made.keyId} secret={made.secret} onClose={onClose} />
      )}
    </Modal>
  );
};

interface FormProps {
  readonly making: ReturnType<typeof useMakeKey>;
  readonly onClose: () => void;
}

const KeyForm = ({ making, onClose }: FormProps) => {
  const t = useKeyTexts();
  const shared = useSharedTexts();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('author');
  const [services, setServices] = useState<readonly Service[]>();
  const [life, setLife] = useState<Life>('year');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = endOf(life, new Date());
    making.mutate({
      name: name.trim(),
      role,
      ...(services && { services: [...services] }),
      ...(expiresAt !== undefined && { expiresAt }),
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('name')}
          description={t('name.about')}
          value={name}
          maxLength={LONGEST_NAME}
          required
          data-autofocus
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <NativeSelect
          label={t('role')}
          description={t('role.about')}
          value={role}
          data={ROLES.map((value) => ({ value, label: shared(`role.${value}`) }))}
          onChange={({ currentTarget }) => setRole(ROLES.find((one) => one === currentTarget.value) ?? role)}
        />
        {role === 'administrator' && services === undefined && (
          <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
            {t('role.all')}
          </Alert>
        )}
        <ServicesChoice value={services} onChange={setServices} />
        <NativeSelect
          label={t('life')}
          value={life}
          data={LIVES.map((value) => ({ value, label: t(`life.${value}`) }))}
          onChange={({ currentTarget }) => setLife(LIVES.find((one) => one === currentTarget.value) ?? life)}
        />
        <ProblemAlert error={making.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={making.isPending}>
            {shared('confirm.cancel')}
          </Button>
          <Button type="submit" loading={making.isPending} disabled={name.trim() === '' || services?.length === 0}>
            {t('make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
