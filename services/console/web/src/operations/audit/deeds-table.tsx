import { Box, Card, Code, Group, Stack, Table, Text } from '@mantine/core';

import { ROLES } from '../../app/session/role.ts';
import { useFormats } from '../../common/format.ts';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { type Deed, operationOf } from './deed.ts';
import { useAuditTexts } from './texts.ts';

/** Entries of the audit log: rows of a table, or below each other on a phone. */
export const DeedsTable = ({ deeds }: { readonly deeds: readonly Deed[] }) => {
  const t = useAuditTexts();
  return (
    <>
      <Box visibleFrom="sm">
        <Table verticalSpacing="sm" aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('when')}</Table.Th>
              <Table.Th>{t('who')}</Table.Th>
              <Table.Th>{t('what')}</Table.Th>
              <Table.Th>{t('which')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {deeds.map((deed) => (
              <DeedRow key={deed.requestId} {...deed} />
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      <Stack hiddenFrom="sm" gap="sm">
        {deeds.map((deed) => (
          <DeedCard key={deed.requestId} {...deed} />
        ))}
      </Stack>
    </>
  );
};

const DeedRow = ({ at, person, requestId, ...deed }: Deed) => {
  const t = useAuditTexts();
  const formats = useFormats();
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }} title={t('request', { id: requestId })}>
        {formats.moment(at)}
      </Table.Td>
      <Table.Td title={person.sub}>
        {person.name ?? person.sub}
        <As {...person} />
      </Table.Td>
      <Table.Td>
        <What {...deed} />
      </Table.Td>
      <Table.Td>
        <Which subject={deed.subject} />
      </Table.Td>
    </Table.Tr>
  );
};

const DeedCard = ({ at, person, ...deed }: Deed) => {
  const formats = useFormats();
  return (
    <Card withBorder radius="lg" p="sm">
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {person.name ?? person.sub}
            <As {...person} />
          </Text>
          <Text size="xs" c="dimmed">
            {formats.moment(at)}
          </Text>
        </Group>
        <What {...deed} />
        <Which subject={deed.subject} />
      </Stack>
    </Card>
  );
};

/** The role as it was then. */
const As = ({ role }: Pick<Deed['person'], 'role'>) => {
  const shared = useSharedTexts();
  const known = ROLES.find((one) => one === role);
  if (known === undefined) return null;
  return (
    <Text component="span" display="block" size="xs" c="dimmed" fw={400}>
      {shared(`role.${known}`)}
    </Text>
  );
};

const What = ({ service, operation }: Pick<Deed, 'service' | 'operation'>) => {
  const t = useAuditTexts();
  const { method, path } = operationOf(operation);
  return (
    <Box>
      <Text size="sm">
        {service} · {t(`deed.${method}`)}
      </Text>
      <Code style={{ overflowWrap: 'anywhere' }}>{path}</Code>
    </Box>
  );
};

const Which = ({ subject }: Pick<Deed, 'subject'>) => (
  <Stack gap={2}>
    {Object.entries(subject).map(([name, id]) => (
      <Group key={name} gap="0 4px" align="baseline">
        <Text size="xs" c="dimmed">
          {name}
        </Text>
        <Text size="xs" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {id}
        </Text>
      </Group>
    ))}
  </Stack>
);
