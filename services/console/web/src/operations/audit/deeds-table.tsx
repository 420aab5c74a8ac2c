import { Anchor, Box, Card, Code, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { ROLES } from '../../app/session/role.ts';
import { useFormats } from '../../common/format.ts';
import { useSharedTexts } from '../../common/shared-texts.ts';
import { type Deed, operationOf } from './deed.ts';
import { deedNameOf } from './deed-names.ts';
import { useAuditDeedTexts } from './deed-texts.ts';
import { kindOf, pageOf } from './subject.ts';
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
        <Which {...deed} />
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
        <Which {...deed} />
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

const What = (deed: Pick<Deed, 'service' | 'operation' | 'subject'>) => {
  const t = useAuditDeedTexts();
  const name = deedNameOf(deed);
  return name === undefined ? (
    <Route {...deed} />
  ) : (
    <Text size="sm" title={deed.operation}>
      {t(name)}
    </Text>
  );
};

/** What is no deed that the console knows, as the service calls it. */
const Route = ({ service, operation }: Pick<Deed, 'service' | 'operation'>) => {
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

const Which = (deed: Pick<Deed, 'operation' | 'subject'>) => {
  const t = useAuditDeedTexts();
  const isSaid = deedNameOf(deed) !== undefined;
  const shown = Object.entries(deed.subject).filter(([name]) => !isSaid || name !== 'deed');
  return (
    <Stack gap={2}>
      {shown.map(([name, id]) => {
        const kind = kindOf(name);
        return (
          <Group key={name} gap="0 4px" align="baseline">
            <Text size="xs" c="dimmed">
              {kind === undefined ? name : t(`id.${kind}`)}
            </Text>
            <Id name={name} id={id} />
          </Group>
        );
      })}
    </Stack>
  );
};

const Id = ({ name, id }: { readonly name: string; readonly id: string }) => {
  const page = pageOf(name);
  // As high as a finger needs it.
  const look = {
    size: 'xs',
    ff: 'monospace',
    lh: '24px',
    display: 'inline-block',
    style: { overflowWrap: 'anywhere' },
  } as const;
  return page === undefined ? (
    <Text {...look}>{id}</Text>
  ) : (
    <Anchor {...look} renderRoot={(props) => <Link to={page} params={{ [name]: id }} {...props} />}>
      {id}
    </Anchor>
  );
};
