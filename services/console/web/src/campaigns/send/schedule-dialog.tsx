import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ConfirmDialog } from '../../common/confirm-dialog.tsx';
import { useFormats } from '../../common/format.ts';
import { isConflict, isUnanswered } from '../../common/problem.ts';
import type { Campaign } from '../campaign.ts';
import type { Checks } from '../check/use-checks.ts';
import { isAgreed } from '../check/verdict.ts';
import { LastLook } from './last-look.tsx';
import { beginOf, spanOf } from './local-time.ts';
import { OneClock } from './one-clock.tsx';
import { OwnClocks } from './own-clocks.tsx';
import { useScheduleTexts } from './schedule-texts.ts';
import { CLOCKS, type Said } from './send-wish.ts';
import { timeSet } from './time-set.ts';
import { useSchedule } from './use-deeds.ts';
import { type ScheduleForm, useScheduleForm } from './use-schedule-form.ts';
import { wallTimeIn } from './zoned-time.ts';

interface Props {
  readonly campaign: Campaign;
  readonly version: string;
  readonly checks: Checks;
  readonly onClose: () => void;
}

const COLOURS = { setting: 'sea', overtaken: 'orange' } as const;

/** When it goes out: at one moment, or when the clock of everybody shows a time. */
export const ScheduleDialog = ({ campaign, version, checks, onClose }: Props) => {
  const t = useScheduleTexts();
  const form = useScheduleForm(campaign);
  const [hasLooked, setHasLooked] = useState(false);
  const { said, wish, say } = form;
  const scheduling = useSchedule({ campaignId: campaign.campaignId, version }, (next) => {
    const left = timeSet(next);
    if (left !== undefined) notifications.show({ message: t(`done.${left}`), color: COLOURS[left] });
    onClose();
  });

  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('confirm')}
      isBusy={scheduling.isPending}
      isReady={wish !== undefined && isAgreed(checks.verdict, hasLooked) && !isConflict(scheduling.error)}
      error={isUnanswered(scheduling.error) ? null : scheduling.error}
      onConfirm={() => wish && scheduling.mutate(wish)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <People campaign={campaign} checks={checks} />
        <ClockChoice form={form} hasWindow={campaign.window !== undefined} />
        <TextInput
          type="datetime-local"
          label={t('when')}
          value={said.wall}
          {...(said.clock === 'one' && { min: wallTimeIn(said.zone, new Date()) })}
          data-autofocus
          onChange={({ currentTarget }) => say({ wall: currentTarget.value })}
        />
        {said.clock === 'one' ? <OneClock form={form} /> : <OwnClocks form={form} />}
        <Frozen said={said} />
        <LastLook verdict={checks.verdict} error={scheduling.error} hasLooked={hasLooked} onLook={setHasLooked} />
      </Stack>
    </ConfirmDialog>
  );
};

/** Until when the plan can still be changed. */
const Frozen = ({ said: { clock, wall } }: { readonly said: Said }) => {
  const t = useScheduleTexts();
  const { moment } = useFormats();
  const span = clock === 'own' ? spanOf(wall) : undefined;
  return (
    <Text size="sm" c="dimmed">
      {span === undefined ? t('about') : t('own.frozen', { moment: moment(beginOf(span, new Date())) })}
    </Text>
  );
};

/** How many it would be now: who is on the lists at that time is not known yet. */
const People = ({ campaign: { name }, checks }: Pick<Props, 'campaign' | 'checks'>) => {
  const t = useScheduleTexts();
  const count = checks.outlook?.recipients;
  return <Text fw={600}>{count === undefined ? t('uncounted', { name }) : t('people', { count, name })}</Text>;
};

const ClockChoice = ({
  form: { said, say },
  hasWindow,
}: {
  readonly form: ScheduleForm;
  readonly hasWindow: boolean;
}) => {
  const t = useScheduleTexts();
  return (
    <Radio.Group
      label={t('clock')}
      value={said.clock}
      onChange={(word) => say({ clock: CLOCKS.find((clock) => clock === word) ?? said.clock })}
    >
      <Stack gap={6} mt={6}>
        <Radio value="one" label={t('clock.one')} />
        <Radio
          value="own"
          label={t('clock.own')}
          disabled={hasWindow}
          {...(hasWindow && { description: t('own.window') })}
        />
      </Stack>
    </Radio.Group>
  );
};
