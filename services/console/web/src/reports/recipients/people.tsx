import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Address } from '../../common/address.tsx';
import { Allowed } from '../../common/allowed.tsx';
import { useFormats } from '../../common/format.ts';
import type { RecipientPlace } from '../model.ts';
import { useRecipientTexts } from './texts.ts';

/** Recipients by their addresses; where they are not known any more, by where they stood. */
export const People = ({ people }: { readonly people: readonly RecipientPlace[] }) => {
  const t = useRecipientTexts();
  const places = usePlaces();
  const cameBack = people.some(({ reasons }) => reasons !== undefined);
  return (
    <Table highlightOnHover layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            <Allowed role="author">
              {(may) => (
                <Text span inherit>
                  {t(may ? 'recipient' : 'recipient.hidden')}
                </Text>
              )}
            </Allowed>
          </Table.Th>
          {cameBack && (
            <Table.Th w="16rem" visibleFrom="sm">
              {t('reason')}
            </Table.Th>
          )}
          <Table.Th w="12rem" visibleFrom="md">
            {t('place')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <Table.Tr key={`${person.chunk} ${person.offset}`}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Who contact={person.contact} />
              <Text size="xs" c="dimmed" hiddenFrom="sm">
                <Why reasons={person.reasons} />
              </Text>
            </Table.Td>
            {cameBack && (
              <Table.Td visibleFrom="sm">
                <Why reasons={person.reasons} />
              </Table.Td>
            )}
            <Table.Td visibleFrom="md">
              <Text size="sm" c="dimmed">
                {places(person)}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

const Who = ({ contact }: { readonly contact: RecipientPlace['contact'] | undefined }) => {
  const t = useRecipientTexts();
  if (contact === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {t('unknown')}
      </Text>
    );
  }
  const { contactId, address } = contact;
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to="/audience/contacts/$contactId" params={{ contactId }} {...props} />}
    >
      {address === undefined ? t('contact') : <Address>{address}</Address>}
    </Anchor>
  );
};

const Why = ({ reasons = [] }: { readonly reasons: RecipientPlace['reasons'] | undefined }) => {
  const t = useRecipientTexts();
  return reasons.map((reason) => t(`reason.${reason}`)).join(' · ');
};

/** People count from one. */
const usePlaces = () => {
  const t = useRecipientTexts();
  const { count } = useFormats();
  return ({ chunk, offset }: RecipientPlace): string =>
    t('place.of', { part: count(chunk + 1), line: count(offset + 1) });
};
