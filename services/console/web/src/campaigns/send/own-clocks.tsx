import { Alert, Loader, Select, Text } from '@mantine/core';

import { useFormats } from '../../common/format.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { lateBy, spanOf, type Turn, turnsOf, type ZoneField } from './local-time.ts';
import { useScheduleTexts } from './schedule-texts.ts';
import type { ScheduleForm } from './use-schedule-form.ts';
import { ZoneSelect } from './zone-select.tsx';
import { ownZone } from './zoned-time.ts';

/** Where it is known in which time zone somebody is, and when the first and the last get the mail. */
export const OwnClocks = ({ form }: { readonly form: ScheduleForm }) => {
  const t = useScheduleTexts();
  const { said, usual, fields, say } = form;
  if (form.error !== null && fields === undefined) return <ProblemAlert error={form.error} />;
  if (fields?.length === 0) return <Alert color="yellow">{t('own.field.none')}</Alert>;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('own.about')}
      </Text>
      <FieldSelect form={form} />
      <Usable form={form} />
      <ZoneSelect label={t('own.otherwise')} value={said.zone} usual={usual} onChange={(zone) => say({ zone })} />
      <Span form={form} />
    </>
  );
};

const FieldSelect = ({ form: { said, fields = [], say } }: { readonly form: ScheduleForm }) => {
  const t = useScheduleTexts();
  return (
    <Select
      label={t('own.field')}
      description={t('own.field.about')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={useGroups(fields)}
      value={said.field === '' ? null : said.field}
      searchable
      allowDeselect={false}
      onChange={(field) => say({ field: field ?? said.field })}
    />
  );
};

/** Those that look like time zones apart from the others, if there are any. */
const useGroups = (fields: readonly ZoneField[]) => {
  const t = useScheduleTexts();
  const groups = [
    { group: t('own.field.likely'), items: fields.filter(({ isLikely }) => isLikely).map(({ name }) => name) },
    { group: t('own.field.others'), items: fields.filter(({ isLikely }) => !isLikely).map(({ name }) => name) },
  ];
  return groups.filter(({ items }) => items.length > 0);
};

/** How many have a zone that can be used. */
const Usable = ({ form: { said, zones, zonesError, askAgain } }: { readonly form: ScheduleForm }) => {
  const t = useScheduleTexts();
  const { count } = useFormats();
  if (said.field === '') return null;
  if (zones?.timeZones === undefined) {
    return zonesError === null ? (
      <Loader size="xs" aria-hidden />
    ) : (
      <ProblemAlert error={zonesError} onRetry={askAgain} />
    );
  }
  const usable = Math.max(0, zones.count - zones.timeZones.unknown);
  const words = t(zones.isExact ? 'own.usable' : 'own.usableAbout', { usable: count(usable), of: count(zones.count) });
  return usable === 0 ? (
    <Alert color="yellow" p="xs" role="status">
      {t('own.useless')}
    </Alert>
  ) : (
    <Text size="sm" role="status">
      {words}
    </Text>
  );
};

/** When the first and the last get it; that it is too late for some is said before it is too late. */
const Span = ({ form: { said, zones } }: { readonly form: ScheduleForm }) => {
  const t = useScheduleTexts();
  const span = spanOf(said.wall);
  if (span === undefined) return <Text size="sm">{t('empty')}</Text>;
  if (span.last <= new Date()) {
    return (
      <Text size="sm" role="alert">
        {t('own.past')}
      </Text>
    );
  }
  if (said.field === '') return <Text size="sm">{t('own.field.missing')}</Text>;
  const turns = zones?.timeZones === undefined ? [] : turnsOf(said.wall, zones.timeZones, said.zone);
  return <Turns turns={turns} />;
};

const Turns = ({ turns }: { readonly turns: readonly Turn[] }) => {
  const t = useScheduleTexts();
  const { moment } = useFormats();
  const [first, last] = [turns[0], turns.at(-1)];
  if (first === undefined || last === undefined) return null;
  const late = lateBy(turns, new Date());
  return (
    <Alert color={late > 0 ? 'yellow' : 'blue'} p="xs" role="status">
      <Text size="sm">{t('own.first', { moment: moment(first.at), zone: first.zone })}</Text>
      <Text size="sm">{t('own.last', { moment: moment(last.at), zone: last.zone })}</Text>
      <Text size="xs" mt={4}>
        {t('own.clock', { zone: ownZone() })}
      </Text>
      {late > 0 && (
        <Text size="sm" mt={4} fw={600}>
          {t('own.late', { count: late })}
        </Text>
      )}
    </Alert>
  );
};
