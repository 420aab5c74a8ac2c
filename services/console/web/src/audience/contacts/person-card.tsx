import { Divider } from '@mantine/core';
import { Section } from '../../common/section.tsx';

import type { ContactCard } from '../model.ts';
import { EraseContact } from './erase-contact.tsx';
import { ExportContact } from './export-contact.tsx';
import { useContactTexts } from './texts.ts';

/** What the law gives people: what is held of them, and to be forgotten. */
export const PersonCard = ({ contact }: { readonly contact: ContactCard }) => {
  const t = useContactTexts();
  return (
    <Section title={t('person.title')}>
      <ExportContact contactId={contact.contactId} />
      <Divider />
      <EraseContact contact={contact} />
    </Section>
  );
};
