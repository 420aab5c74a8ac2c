import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { Allowed } from '../../common/allowed.tsx';
import { AllowedLink } from '../../common/allowed-link.tsx';
import { Asked } from '../../common/asked.tsx';
import { useFormats } from '../../common/format.ts';
import { Page } from '../../common/page.tsx';
import { listQuery } from '../../common/queries/lists.ts';
import { Figures } from '../figures.tsx';
import type { DescribedList } from '../model.ts';
import { useAudienceTexts } from '../texts.ts';
import { AddContactDialog } from './add-contact-dialog.tsx';
import { BrandCard } from './brand-card.tsx';
import { ListImports } from './list-imports.tsx';
import { Members } from './members.tsx';
import { RecountCard } from './recount-card.tsx';
import { useListTexts } from './texts.ts';

/** A list: who is on it, what has been imported into it, how its public pages look. */
export const ListPage = () => {
  const { listId } = useParams({ from: '/audience/lists/$listId' });
  const audience = useAudienceTexts();
  const list = useQuery(listQuery(listId));
  return (
    <Page
      title={list.data?.name ?? audience('list')}
      back={{ to: '/audience', label: audience('lists') }}
      action={<Actions listId={listId} />}
    >
      <Asked of={list}>{(found) => <Content list={found} />}</Asked>
    </Page>
  );
};

const Content = ({ list }: { readonly list: DescribedList }) => {
  const t = useListTexts();
  const formats = useFormats();
  const { listId, members, unsubscribed } = list;
  return (
    <Stack gap="lg">
      <Figures
        figures={[
          { label: t('figure.members'), value: formats.count(members) },
          { label: t('figure.left'), value: formats.count(unsubscribed) },
          { label: t('figure.share'), value: members === 0 ? '–' : formats.share(Math.min(1, unsubscribed / members)) },
        ]}
      />
      <Members listId={listId} />
      <ListImports listId={listId} />
      <BrandCard key={listId} list={list} />
      <RecountCard listId={listId} />
    </Stack>
  );
};

const Actions = ({ listId }: { readonly listId: string }) => {
  const t = useListTexts();
  const [isAdding, adding] = useDisclosure();
  return (
    <Group gap="xs">
      <Allowed role="author">
        {(may) => (
          <Button
            variant="default"
            leftSection={<IconUserPlus size={16} aria-hidden />}
            disabled={!may}
            onClick={adding.open}
          >
            {t('add')}
          </Button>
        )}
      </Allowed>
      <AllowedLink role="author" to="/audience/lists/$listId/import" params={{ listId }} icon={IconFileImport}>
        {t('import')}
      </AllowedLink>
      <AddContactDialog listId={listId} opened={isAdding} onClose={adding.close} />
    </Group>
  );
};
