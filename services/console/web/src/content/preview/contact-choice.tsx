import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { contactsQuery } from '../queries.ts';
import { usePreviewTexts } from './texts.ts';

export interface Chosen {
  readonly contactId: string;
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface Props {
  readonly chosen: Chosen | undefined;
  readonly onChoose: (contact: Chosen | undefined) => void;
}

const SHORTEST = 2;
const REST_MS = 250;

/** Finds a real person by address, to see the mail as they will. */
export const ContactChoice = ({ chosen, onChoose }: Props) => {
  const t = usePreviewTexts();
  const [typed, setTyped] = useState('');
  const [prefix] = useDebouncedValue(typed.trim(), REST_MS);
  const { data, isFetching } = useQuery(contactsQuery(prefix === chosen?.address ? '' : prefix));
  const found: readonly Chosen[] = data?.items ?? [];
  const offered = chosen && !found.some(({ contactId }) => contactId === chosen.contactId) ? [chosen, ...found] : found;
  return (
    <Select
      label={t('contact.label')}
      placeholder={t('contact.nobody')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('contact.nobody') }}
      value={chosen?.contactId ?? null}
      data={offered.map(({ contactId, address }) => ({ value: contactId, label: address }))}
      filter={({ options }) => options}
      onSearchChange={setTyped}
      onChange={(contactId) => onChoose(offered.find((contact) => contact.contactId === contactId))}
      nothingFoundMessage={nothingFound(t, typed, isFetching)}
      maxDropdownHeight={260}
    />
  );
};

const nothingFound = (t: ReturnType<typeof usePreviewTexts>, typed: string, isFetching: boolean): string => {
  if (typed.trim().length < SHORTEST) return t('contact.more');
  return isFetching ? '…' : t('contact.none');
};
