import { Text } from '@mantine/core';

import { useFormats } from '../../common/format.ts';
import { useScheduleTexts } from './schedule-texts.ts';
import type { ScheduleForm } from './use-schedule-form.ts';
import { ZoneSelect } from './zone-select.tsx';
import { agreeAt, momentOf, ownZone, wallTimeIn } from './zoned-time.ts';

/** A time on the clocks of the sender, or of any other zone, and what it is on one's own. */
export const OneClock = ({ form: { said, usual, say } }: { readonly form: ScheduleForm }) => {
  const t = useScheduleTexts();
  return (
    <>
      <ZoneSelect label={t('zone')} value={said.zone} usual={usual} onChange={(zone) => say({ zone })} />
      <Meaning wall={said.wall} zone={said.zone} />
    </>
  );
};

const Meaning = ({ wall, zone }: { readonly wall: string; readonly zone: string }) => {
  const t = useScheduleTexts();
  const formats = useFormats();
  const moment = momentOf(zone, wall);
  if (moment.kind === 'unreadable') return <Text size="sm">{t('empty')}</Text>;
  const { at } = moment;
  if (at <= new Date())
    return (
      <Text size="sm" role="alert">
        {t('past')}
      </Text>
    );
  const own = ownZone();
  return (
    <div role="status">
      {moment.kind === 'twice' && <Text size="sm">{t('twice')}</Text>}
      {moment.kind === 'skipped' && <Text size="sm">{t('skipped', { moment: wallTimeIn(zone, at).slice(11) })}</Text>}
      <Text size="sm" fw={600}>
        {agreeAt(zone, own, at)
          ? t('inAWhile', { ago: formats.ago(at) })
          : t('here', { moment: formats.moment(at), zone: own })}
      </Text>
    </div>
  );
};
