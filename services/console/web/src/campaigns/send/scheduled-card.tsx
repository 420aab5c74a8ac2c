import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Allowed } from '../../common/allowed.tsx';
import { isOverdue } from '../../common/campaign/is-overdue.ts';
import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { useFormats } from '../../common/format.ts';
import { sendersQuery } from '../../common/queries/senders.ts';
import { Section } from '../../common/section.tsx';
import type { Campaign } from '../campaign.ts';
import { campaignQuery } from '../queries.ts';
import { type LocalTime, spanOf } from './local-time.ts';
import { useSendTexts } from './send-texts.ts';
import { timeTakenBack } from './time-taken-back.ts';
import { useUnschedule } from './use-deeds.ts';
import { agreeAt, ownZone, wallTimeIn } from './zoned-time.ts';

interface Props {
  readonly campaign: Campaign;
  readonly version: string;
}

/** When it goes out, and how to take that back. */
export const ScheduledCard = ({ campaign, version }: Props) => {
  const t = useSendTexts();
  const formats = useFormats();
  const { sendAt, localTime } = campaign;
  const lookedAt = useLookedAt(campaign);
  if (sendAt === undefined) return null;
  const aside = <TakeBack campaign={campaign} version={version} />;
  if (isOverdue(campaign, lookedAt)) {
    const title = t('overdue.title', { moment: formats.moment(sendAt) });
    return (
      <Section title={title} aside={aside}>
        <Text size="sm">{t('overdue.about')}</Text>
      </Section>
    );
  }
  return (
    <Section
      title={
        localTime === undefined
          ? t('scheduled.title', { moment: formats.moment(sendAt) })
          : t('scheduled.own', { time: formats.wall(localTime.at) })
      }
      about={t('scheduled.about')}
      aside={aside}
    >
      {localTime === undefined ? (
        <Group gap="md">
          <Text size="sm">{formats.ago(sendAt, lookedAt)}</Text>
          <Elsewhere campaign={campaign} sendAt={new Date(sendAt)} />
        </Group>
      ) : (
        <OwnClocks localTime={localTime} sendAt={sendAt} />
      )}
    </Section>
  );
};

/** When the page has asked for it last: its time passes although nothing of it changes. */
const useLookedAt = ({ campaignId }: Campaign): Date =>
  new Date(useQuery({ ...campaignQuery(campaignId), enabled: false }).dataUpdatedAt);

/** When the run begins, by the first clock on earth, and when the last of all can be reached. */
const OwnClocks = ({ localTime, sendAt }: { readonly localTime: LocalTime; readonly sendAt: string }) => {
  const t = useSendTexts();
  const formats = useFormats();
  const last = spanOf(localTime.at)?.last ?? sendAt;
  return (
    <Stack gap={4}>
      <Text size="sm">
        {t('scheduled.span', { first: formats.moment(sendAt), last: formats.moment(last), zone: ownZone() })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('scheduled.field', { field: localTime.field, zone: localTime.otherwise })}
      </Text>
    </Stack>
  );
};

/** The same moment where the sender's people are, if their clocks show another time. */
const Elsewhere = ({ campaign, sendAt }: { readonly campaign: Campaign; readonly sendAt: Date }) => {
  const t = useSendTexts();
  const senders = useQuery(sendersQuery());
  const zone = senders.data?.find(({ senderId }) => senderId === campaign.senderId)?.timeZone;
  if (zone === undefined || agreeAt(zone, ownZone(), sendAt)) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('scheduled.there', { moment: wallTimeIn(zone, sendAt).replace('T', ' '), zone })}
    </Text>
  );
};

const COLOURS = { unscheduled: 'teal', unscheduling: 'sea', overtaken: 'orange' } as const;

const TakeBack = ({ campaign, version }: Props) => {
  const t = useSendTexts();
  const [isAsked, setIsAsked] = useState(false);
  const taking = useUnschedule({ campaignId: campaign.campaignId, version }, (next) => {
    const done = timeTakenBack(next);
    setIsAsked(false);
    notifications.show({ message: t(`done.${done}`), color: COLOURS[done] });
  });
  return (
    <>
      <Allowed role="sender">
        {(may) => (
          <Button variant="default" disabled={!may} loading={taking.isPending} onClick={() => setIsAsked(true)}>
            {t('scheduled.undo')}
          </Button>
        )}
      </Allowed>
      <ConfirmDialog
        opened={isAsked}
        title={t('scheduled.undoTitle')}
        confirm={t('scheduled.undo')}
        isBusy={taking.isPending}
        error={taking.error}
        onConfirm={() => taking.mutate()}
        onClose={() => setIsAsked(false)}
      >
        <Text size="sm">{t('scheduled.undoText')}</Text>
      </ConfirmDialog>
    </>
  );
};
