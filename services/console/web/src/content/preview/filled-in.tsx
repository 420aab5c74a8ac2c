import { Alert, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { attributesQuery } from '../../common/queries/attributes.ts';
import type { Chosen } from './contact-choice.tsx';
import { usePreviewTexts } from './texts.ts';

/** Every mail has its own link; it is nothing that one knows of a person. */
const OWN = 'unsubscribe_url';

interface Props {
  readonly fields: readonly string[];
  readonly contact: Chosen | undefined;
}

/** What the mail says of a person, and what no person has. */
export const FilledIn = ({ fields, contact }: Props) => {
  const t = usePreviewTexts();
  const { data } = useQuery(attributesQuery());
  const theirs = fields.filter((field) => field !== OWN);
  const unknown = data ? theirs.filter((field) => !data.items.some(({ name }) => name === field)) : [];
  if (theirs.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('values.none')}
      </Text>
    );
  }
  return (
    <>
      {contact && (
        <Table withRowBorders={false} verticalSpacing={2} captionSide="top" aria-label={t('values.title')}>
          <Table.Tbody>
            {theirs.map((field) => (
              <Table.Tr key={field}>
                <Table.Th fw={500} w="40%" style={{ overflowWrap: 'anywhere' }}>
                  {field}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {contact.fields[field] ?? (
                    <Text span c="dimmed" size="sm">
                      {t('values.empty')}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {unknown.length > 0 && (
        <Alert color="yellow" variant="light" p="sm">
          <Text size="sm">
            {t('values.unknown', { count: unknown.length, fields: unknown.map((field) => `“${field}”`).join(', ') })}
          </Text>
        </Alert>
      )}
    </>
  );
};
