import { Code, Group, Stack, Table, Text } from '@mantine/core';

import { useFormats } from '../../common/format.ts';
import { type Deed, operationOf } from './deed.ts';
import { useAuditTexts } from './texts.ts';

/** Entries of the audit log as rows; a phone scrolls them sideways. */
export const DeedsTable = ({ deeds }: { readonly deeds: readonly Deed[] }) => {
  const t = useAuditTexts();
  return (
    <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
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
    </Table.ScrollContainer>
  );
};

const DeedRow = ({ at, person, operation, subject, service, requestId }: Deed) => {
  const t = useAuditTexts();
  const formats = useFormats();
  const { method, path } = operationOf(operation);
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }} title={t('request', { id: requestId })}>
        {formats.moment(at)}
      </Table.Td>
      <Table.Td title={person.sub}>{person.name ?? person.sub}</Table.Td>
      <Table.Td>
        <Text size="sm">
          {service} · {t(`deed.${method}`)}
        </Text>
        <Code>{path}</Code>
      </Table.Td>
      <Table.Td>
        <Stack gap={2}>
          {Object.entries(subject).map(([name, id]) => (
            <Group key={name} gap={4} wrap="nowrap">
              <Text size="xs" c="dimmed">
                {name}
              </Text>
              <Text size="xs" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                {id}
              </Text>
            </Group>
          ))}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
};
