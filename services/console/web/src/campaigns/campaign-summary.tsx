import { Grid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isGone } from '../common/all-told.ts';
import { useFormats } from '../common/format.ts';
import { sendersQuery } from '../common/queries/senders.ts';
import { Section } from '../common/section.tsx';
import { useLists } from '../common/use-lists.ts';
import { type Campaign, runOf } from './campaign.ts';
import { CampaignPreview } from './campaign-preview.tsx';
import { fromPlan } from './form/audience-choice.ts';
import { useFormTexts } from './form/form-texts.ts';
import { inWeek } from './form/window-values.ts';
import { templateQuery } from './queries.ts';
import { useCampaignTexts } from './texts.ts';
import { useSegments } from './use-segments.ts';

/** What is still being asked for, or cannot be, is not called deleted. */
const UNKNOWN_YET = '…';

/** The plan of a campaign that cannot be changed any more. */
export const CampaignSummary = ({ campaign }: { readonly campaign: Campaign }) => {
  const t = useCampaignTexts();
  return (
    <Section title={t(runOf(campaign) === undefined ? 'summary.title' : 'summary.out')}>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="sm">
            <Line label={t('summary.from')} values={[useSenderName(campaign)]} />
            <TemplateLine templateId={campaign.templateId} />
            <AudienceLines campaign={campaign} />
            <WindowLine campaign={campaign} />
            <LocalTimeLine campaign={campaign} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <CampaignPreview campaign={campaign} />
        </Grid.Col>
      </Grid>
    </Section>
  );
};

const useSenderName = ({ from, senderId }: Campaign): string => {
  const t = useCampaignTexts();
  const senders = useQuery(sendersQuery());
  const found = from ?? senders.data?.find((sender) => sender.senderId === senderId);
  if (found === undefined)
    return senders.data === undefined ? UNKNOWN_YET : t('summary.deleted', { id: senderId ?? '' });
  return found.name === undefined ? found.address : `${found.name} <${found.address}>`;
};

const TemplateLine = ({ templateId }: { readonly templateId: string }) => {
  const t = useCampaignTexts();
  const { data, error } = useQuery(templateQuery(templateId));
  const name = data?.name ?? (isGone(error) ? t('summary.deleted', { id: templateId }) : UNKNOWN_YET);
  return <Line label={t('summary.template')} values={[name]} />;
};

const AudienceLines = ({ campaign }: { readonly campaign: Campaign }) => {
  const t = useCampaignTexts();
  const { lists: mailed, exclude, segments: matching, excludeSegments } = fromPlan(campaign);
  const { lists, isKnown } = useLists([...mailed, ...exclude]);
  const { segments, isKnown: areKnown } = useSegments([...matching, ...excludeSegments]);
  const missing = (id: string, isAsked: boolean) => (isAsked ? t('summary.deleted', { id }) : UNKNOWN_YET);
  const listName = (id: string) => lists.find(({ listId }) => listId === id)?.name ?? missing(id, isKnown);
  const segmentName = (id: string) => segments.find(({ segmentId }) => segmentId === id)?.name ?? missing(id, areKnown);
  return (
    <>
      <Line label={t('summary.lists')} values={mailed.map(listName)} />
      <Line label={t('summary.exclude')} values={exclude.map(listName)} />
      <Line label={t('summary.segments')} values={matching.map(segmentName)} />
      <Line label={t('summary.excludeSegments')} values={excludeSegments.map(segmentName)} />
    </>
  );
};

const WindowLine = ({ campaign: { window } }: { readonly campaign: Campaign }) => {
  const t = useCampaignTexts();
  const form = useFormTexts();
  if (window === undefined) return null;
  const days = inWeek(window.days).map((day) => form(`day.${day}`));
  return <Line label={t('summary.window')} values={[...days, `${window.from}–${window.to} (${window.timeZone})`]} />;
};

const LocalTimeLine = ({ campaign: { localTime } }: { readonly campaign: Campaign }) => {
  const t = useCampaignTexts();
  const { wall } = useFormats();
  if (localTime === undefined) return null;
  const { at, field, otherwise } = localTime;
  return (
    <Line label={t('summary.local')} values={[t('summary.local.value', { time: wall(at), field, zone: otherwise })]} />
  );
};

const Line = ({ label, values }: { readonly label: string; readonly values: readonly string[] }) =>
  values.length === 0 ? null : (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {values.join(', ')}
      </Text>
    </div>
  );
