import { Badge, Button, Code, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';

import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { useFormats } from '../../common/format.ts';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { type ApiKey, useRevokeKey } from './queries.ts';
import { useKeyTexts } from './texts.ts';

/** Keys as rows; a phone scrolls them sideways. */
export const KeysTable = ({ keys }: { readonly keys: readonly ApiKey[] }) => {
  const t = useKeyTexts();
  return (
    <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="sm" aria-label={t('title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('role')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
            <Table.Th>{t('made')}</Table.Th>
            <Table.Th>{t('used')}</Table.Th>
            <Table.Th>{t('deeds')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <KeyRow key={key.keyId} {...key} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};

const KeyRow = (key: ApiKey) => {
  const t = useKeyTexts();
  const shared = useSharedTexts();
  const formats = useFormats();
  const { keyId, name, role, services, madeAt, madeBy, lastUsedOn, state } = key;
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Code>{keyId}</Code>
      </Table.Td>
      <Table.Td>
        {shared(`role.${role}`)}
        <Text size="xs" c="dimmed">
          {services === undefined ? t('services.all') : services.map((one) => t(`service.${one}`)).join(', ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <State {...key} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">{formats.day(madeAt)}</Text>
        <Text size="xs" c="dimmed">
          {t('by', { who: madeBy.name ?? madeBy.sub })}
        </Text>
      </Table.Td>
      <Table.Td>{lastUsedOn === undefined ? t('never') : formats.day(lastUsedOn)}</Table.Td>
      <Table.Td>{state === 'usable' && <Revoke keyId={keyId} name={name} />}</Table.Td>
    </Table.Tr>
  );
};

const COLORS = { usable: 'teal', expired: 'gray', revoked: 'red' } as const;

const State = ({ state, expiresAt, revokedAt }: ApiKey) => {
  const t = useKeyTexts();
  const formats = useFormats();
  const day = revokedAt ?? expiresAt;
  return (
    <Stack gap={2} align="flex-start">
      <Badge variant="light" color={COLORS[state]}>
        {t(`state.${state}`)}
      </Badge>
      <Text size="xs" c="dimmed">
        {day === undefined ? t('until.ever') : t(`until.${state}`, { day: formats.day(day) })}
      </Text>
    </Stack>
  );
};

const Revoke = ({ keyId, name }: Pick<ApiKey, 'keyId' | 'name'>) => {
  const t = useKeyTexts();
  const [isAsking, dialog] = useDisclosure();
  const revoking = useRevokeKey(() => {
    notifications.show({ message: t('revoke.done', { name }) });
    dialog.close();
  });
  return (
    <>
      <Button size="xs" variant="subtle" color="red" onClick={dialog.open} aria-label={t('revoke.which', { name })}>
        {t('revoke')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t('revoke.title', { name })}
        confirm={t('revoke')}
        isDangerous
        isBusy={revoking.isPending}
        error={revoking.error}
        onConfirm={() => revoking.mutate(keyId)}
        onClose={dialog.close}
      >
        <Text size="sm">{t('revoke.text')}</Text>
      </ConfirmDialog>
    </>
  );
};
