import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { Address } from '../common/address.tsx';
import { inBrief } from './in-brief.ts';
import type { Contact } from './model.ts';

interface Props {
  readonly person: Pick<Contact, 'contactId' | 'address' | 'fields'>;
  /** Whether the page they stand on stays open beside them. */
  readonly isBeside?: boolean;
  /** Stands below the address. */
  readonly children?: ReactNode;
}

/** Somebody in a table: who it is, and, where there is room, what is known of them. */
export const PersonCells = ({ person: { contactId, address, fields }, isBeside = false, children }: Props) => (
  <>
    <Table.Td style={{ overflowWrap: 'anywhere' }}>
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link
            to="/audience/contacts/$contactId"
            params={{ contactId }}
            {...(isBeside && { target: '_blank' })}
            {...props}
          />
        )}
      >
        <Address>{address}</Address>
      </Anchor>
      {children}
    </Table.Td>
    <Table.Td visibleFrom="sm">
      <Text size="sm" c="dimmed" truncate>
        {inBrief(fields)}
      </Text>
    </Table.Td>
  </>
);
