import { Anchor, Card, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';

import { CampaignBadge } from '../common/campaign/campaign-badge.tsx';
import { useFormats } from '../common/format.ts';
import { useLists } from '../common/use-lists.ts';
import type { Campaign } from './campaign.ts';
import { useCampaignTexts } from './texts.ts';

interface Props {
  readonly campaigns: readonly Campaign[];
}

/** A table where there is room for one, cards on a phone. */
export const CampaignsTable = ({ campaigns }: Props) => {
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  return isWide ? <Wide campaigns={campaigns} /> : <Narrow campaigns={campaigns} />;
};

const Wide = ({ campaigns }: Props) => {
  const t = useCampaignTexts();
  return (
    <Paper withBorder radius="lg" px="sm" py={4}>
      <Table verticalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.name')}</Table.Th>
            <Table.Th>{t('column.status')}</Table.Th>
            <Table.Th>{t('column.audience')}</Table.Th>
            <Table.Th>{t('column.next')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {campaigns.map((campaign) => (
            <Table.Tr key={campaign.campaignId}>
              <Table.Td maw={360}>
                <Name {...campaign} />
              </Table.Td>
              <Table.Td>
                <CampaignBadge status={campaign.status} />
              </Table.Td>
              <Table.Td>
                <Audience {...campaign} />
              </Table.Td>
              <Table.Td>
                <Next {...campaign} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
};

const Narrow = ({ campaigns }: Props) => (
  <Stack gap="sm">
    {campaigns.map((campaign) => (
      <Card key={campaign.campaignId} withBorder radius="lg" p="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Name {...campaign} />
          <CampaignBadge status={campaign.status} />
        </Group>
        <Audience {...campaign} />
        <Next {...campaign} />
      </Card>
    ))}
  </Stack>
);

const Name = ({ campaignId, name }: Campaign) => (
  <Anchor
    fw={600}
    renderRoot={(props) => <Link to="/campaigns/$campaignId" params={{ campaignId }} {...props} />}
    style={{ overflowWrap: 'anywhere' }}
  >
    {name}
  </Anchor>
);

const Audience = ({ listId, audience }: Campaign) => {
  const t = useCampaignTexts();
  const { lists, isKnown } = useLists([listId]);
  const { lists: others = [] } = audience ?? {};
  const unknown = isKnown ? t('notFound') : '…';
  const name = lists.find((list) => list.listId === listId)?.name ?? unknown;
  return (
    <Text size="sm" c="dimmed">
      {others.length > 0 ? t('audience.more', { list: name, count: others.length }) : name}
    </Text>
  );
};

/** Where the next click leads, by what the campaign waits for. */
const Next = (campaign: Campaign) => {
  const t = useCampaignTexts();
  const { campaignId, status, runId } = campaign;
  if (status === 'scheduled') return <GoesOut {...campaign} />;
  if (status === 'draft' || runId === undefined) {
    return (
      <Anchor size="sm" renderRoot={(props) => <Link to="/campaigns/$campaignId" params={{ campaignId }} {...props} />}>
        {t('next.draft')}
      </Anchor>
    );
  }
  return status === 'sent' || status === 'cancelled' ? (
    <Anchor size="sm" renderRoot={(props) => <Link to="/reports/$runId" params={{ runId }} {...props} />}>
      {t('next.report')}
    </Anchor>
  ) : (
    <Anchor size="sm" renderRoot={(props) => <Link to="/runs/$runId" params={{ runId }} {...props} />}>
      {t(status === 'sending' ? 'next.run' : 'next.decide')}
    </Anchor>
  );
};

const GoesOut = ({ sendAt, localTime }: Campaign) => {
  const t = useCampaignTexts();
  const { moment, wall } = useFormats();
  if (sendAt === undefined) return null;
  return (
    <Text size="sm">
      {localTime === undefined
        ? t('next.scheduled', { moment: moment(sendAt) })
        : t('next.own', { time: wall(localTime.at) })}
    </Text>
  );
};
