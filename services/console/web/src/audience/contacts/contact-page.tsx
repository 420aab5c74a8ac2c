import { Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { Address } from '../../common/address.tsx';
import { Asked } from '../../common/asked.tsx';
import { useFormats } from '../../common/format.ts';
import { Page } from '../../common/page.tsx';
import { Figures } from '../figures.tsx';
import type { ContactCard } from '../model.ts';
import { useAudienceTexts } from '../texts.ts';
import { FieldsCard } from './fields-card.tsx';
import { History } from './history.tsx';
import { MailCard } from './mail-card.tsx';
import { PersonCard } from './person-card.tsx';
import { contactQuery } from './queries.ts';
import { useContactTexts } from './texts.ts';
import { Timeline } from './timeline.tsx';

/** One person: what is known, what they get, what has happened. */
export const ContactPage = () => {
  const { contactId } = useParams({ from: '/audience/contacts/$contactId' });
  const t = useContactTexts();
  const audience = useAudienceTexts();
  const contact = useQuery(contactQuery(contactId));
  const address = contact.data?.data.address;
  return (
    <Page
      title={address ?? t('contact')}
      heading={address && <Address>{address}</Address>}
      back={{ to: '/audience/contacts', label: audience('contacts') }}
    >
      <Asked of={contact}>
        {({ data, version }) => (
          <Stack gap="lg">
            <Engagement contact={data} />
            <MailCard contact={data} />
            <FieldsCard key={contactId} contact={data} version={version} />
            <Past contactId={contactId} />
            <PersonCard contact={data} />
          </Stack>
        )}
      </Asked>
    </Page>
  );
};

const Engagement = ({ contact: { lastOpenedAt, lastClickedAt } }: { readonly contact: ContactCard }) => {
  const t = useContactTexts();
  const formats = useFormats();
  const dayOf = (day: string | undefined) => (day === undefined ? t('engaged.never') : formats.day(day));
  return (
    <Figures
      figures={[
        { label: t('engaged.opened'), value: dayOf(lastOpenedAt) },
        { label: t('engaged.clicked'), value: dayOf(lastClickedAt) },
      ]}
    />
  );
};

const Past = ({ contactId }: { readonly contactId: string }) => {
  const t = useContactTexts();
  return (
    <Tabs defaultValue="timeline" keepMounted={false}>
      <Tabs.List aria-label={t('tab.label')}>
        <Tabs.Tab value="timeline">{t('tab.timeline')}</Tabs.Tab>
        <Tabs.Tab value="history">{t('tab.history')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="timeline" pt="md">
        <Timeline contactId={contactId} />
      </Tabs.Panel>
      <Tabs.Panel value="history" pt="md">
        <History contactId={contactId} />
      </Tabs.Panel>
    </Tabs>
  );
};
