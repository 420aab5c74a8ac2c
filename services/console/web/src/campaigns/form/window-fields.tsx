import { Chip, Collapse, Group, Input, Select, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { useMemo } from 'react';

import { ownZone, zonesWith } from '../send/zoned-time.ts';
import { useFormTexts } from './form-texts.ts';
import type { CampaignForm } from './use-campaign-form.ts';
import { useFlaw } from './use-flaw.ts';
import { inWeek, timesWith, WEEKDAYS, type WindowValues } from './window-values.ts';

interface Props {
  readonly form: CampaignForm;
}

/** When mails may go out: outside these hours the run waits. */
export const WindowFields = ({ form }: Props) => {
  const t = useFormTexts();
  const flaw = useFlaw(form);
  const { window } = form.values;
  const change = (part: Partial<WindowValues>) => form.change({ window: { ...window, ...part } });
  const error = flaw('window');
  return (
    <Stack gap="md">
      <Switch
        label={t('window.switch')}
        checked={window.isOn}
        onChange={({ currentTarget }) => change({ isOn: currentTarget.checked })}
      />
      <Collapse expanded={window.isOn}>
        <Stack gap="md">
          <Days days={window.days} onChange={(days) => change({ days: inWeek(days) })} />
          <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} maw="40rem">
            <Time label={t('window.from')} part="from" value={window.from} onChange={(from) => change({ from })} />
            <Time label={t('window.to')} part="to" value={window.to} onChange={(to) => change({ to })} />
            <Zone value={window.timeZone} onChange={(timeZone) => change({ timeZone })} />
          </SimpleGrid>
          {error !== false && (
            <Text size="sm" c="red" role="alert">
              {error}
            </Text>
          )}
        </Stack>
      </Collapse>
    </Stack>
  );
};

const Days = ({
  days,
  onChange,
}: {
  readonly days: readonly string[];
  readonly onChange: (days: string[]) => void;
}) => {
  const t = useFormTexts();
  return (
    <Input.Wrapper label={t('window.days')} labelElement="div">
      <Chip.Group multiple value={[...days]} onChange={onChange}>
        <Group gap="xs" mt={4} role="group" aria-label={t('window.days')}>
          {WEEKDAYS.map((day) => (
            <Chip key={day} value={day} size="sm" variant="outline">
              {t(`day.${day}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
};

interface TimeProps {
  readonly label: string;
  readonly part: 'from' | 'to';
  readonly value: string;
  readonly onChange: (time: string) => void;
}

const Time = ({ label, part, value, onChange }: TimeProps) => (
  <Select
    label={label}
    data={[...timesWith(value, part)]}
    value={value}
    allowDeselect={false}
    searchable
    onChange={(time) => onChange(time ?? value)}
  />
);

const Zone = ({ value, onChange }: { readonly value: string; readonly onChange: (zone: string) => void }) => {
  const t = useFormTexts();
  const own = ownZone();
  const zones = useMemo(() => [...zonesWith([own, ...(value === '' ? [] : [value])])], [own, value]);
  return (
    <Select
      label={t('window.zone')}
      data={zones}
      value={value === '' ? own : value}
      allowDeselect={false}
      limit={200}
      searchable
      onChange={(zone) => onChange(zone ?? value)}
    />
  );
};
