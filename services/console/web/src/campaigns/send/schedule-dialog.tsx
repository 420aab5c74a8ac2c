import { Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { useFormats } from '../../common/format.ts';
import { isConflict } from '../../common/problem.ts';
import { sendersQuery } from '../../common/queries/senders.ts';
import type { Campaign } from '../campaign.ts';
import type { Checks } from '../check/use-checks.ts';
import { isAgreed } from '../check/verdict.ts';
import { LastLook } from './last-look.tsx';
import { useSendTexts } from './send-texts.ts';
import { useSchedule } from './use-deeds.ts';
import { agreeAt, type Moment, momentOf, ownZone, wallTimeIn, zonesWith } from './zoned-time.ts';

interface Props {
  readonly campaign: Campaign;
  readonly version: string;
  readonly checks: Checks;
  readonly onClose: () => void;
}

/** A time on the clocks of the sender, or of any other zone, and what it is on one's own. */
export const ScheduleDialog = ({ campaign, version, checks, onClose }: Props) => {
  const t = useSendTexts();
  const usual = useSenderZone(campaign);
  const [chosenZone, setZone] = useState<string>();
  const [wall, setWall] = useState('');
  const [hasLooked, setHasLooked] = useState(false);
  const zone = chosenZone ?? usual;
  const scheduling = useSchedule({ campaignId: campaign.campaignId, version });
  const zones = useMemo(() => [...zonesWith([usual, ownZone()])], [usual]);
  const moment = wall === '' ? undefined : momentOf(zone, wall);
  const at = moment !== undefined && 'at' in moment && moment.at > new Date() ? moment.at : undefined;

  return (
    <ConfirmDialog
      opened
      title={t('schedule.title')}
      confirm={t('schedule.confirm')}
      isBusy={scheduling.isPending}
      isReady={at !== undefined && isAgreed(checks.verdict, hasLooked) && !isConflict(scheduling.error)}
      error={scheduling.error}
      onConfirm={() => at && scheduling.mutate(at, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Stack gap="sm">
        <People campaign={campaign} checks={checks} />
        <TextInput
          type="datetime-local"
          label={t('schedule.when')}
          value={wall}
          min={wallTimeIn(zone, new Date())}
          data-autofocus
          onChange={({ currentTarget }) => setWall(currentTarget.value)}
        />
        <Select
          label={t('schedule.zone')}
          data={zones}
          value={zone}
          searchable
          allowDeselect={false}
          limit={200}
          onChange={(name) => setZone(name ?? usual)}
        />
        <Meaning moment={moment} zone={zone} />
        <Text size="sm" c="dimmed">
          {t('schedule.about')}
        </Text>
        <LastLook verdict={checks.verdict} error={scheduling.error} hasLooked={hasLooked} onLook={setHasLooked} />
      </Stack>
    </ConfirmDialog>
  );
};

/** How many it would be now: who is on the lists at that time is not known yet. */
const People = ({ campaign: { name }, checks }: Pick<Props, 'campaign' | 'checks'>) => {
  const t = useSendTexts();
  const count = checks.outlook?.recipients;
  return (
    <Text fw={600}>
      {count === undefined ? t('schedule.uncounted', { name }) : t('schedule.people', { count, name })}
    </Text>
  );
};

/** Where the people of the sender work, if it is one that is set up; else where whoever plans is. */
const useSenderZone = ({ senderId }: Campaign): string => {
  const senders = useQuery(sendersQuery());
  return senders.data?.find((sender) => sender.senderId === senderId)?.timeZone ?? ownZone();
};

const Meaning = ({ moment, zone }: { readonly moment: Moment | undefined; readonly zone: string }) => {
  const t = useSendTexts();
  const formats = useFormats();
  if (moment === undefined || moment.kind === 'unreadable') return <Text size="sm">{t('schedule.empty')}</Text>;
  const { at } = moment;
  if (at <= new Date())
    return (
      <Text size="sm" role="alert">
        {t('schedule.past')}
      </Text>
    );
  const own = ownZone();
  return (
    <div role="status">
      {moment.kind === 'twice' && <Text size="sm">{t('schedule.twice')}</Text>}
      {moment.kind === 'skipped' && (
        <Text size="sm">{t('schedule.skipped', { moment: wallTimeIn(zone, at).slice(11) })}</Text>
      )}
      <Text size="sm" fw={600}>
        {agreeAt(zone, own, at)
          ? t('schedule.inAWhile', { ago: formats.ago(at) })
          : t('schedule.here', { moment: formats.moment(at), zone: own })}
      </Text>
    </div>
  );
};
