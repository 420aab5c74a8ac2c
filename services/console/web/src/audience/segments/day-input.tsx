import { Group, NativeSelect, TextInput } from '@mantine/core';

import { isCalendarDay, readDay, writeDay } from './relative-day.ts';
import { useSegmentTexts } from './texts.ts';

interface Props {
  readonly value: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

/** A day of the calendar, or so many days before a campaign is sent. */
export const DayInput = ({ value, label, disabled, onChange }: Props) => {
  const t = useSegmentTexts();
  const read = readDay(value);
  const isAgo = read.kind === 'ago';
  const choose = (kind: string) =>
    onChange(kind === 'ago' ? writeDay({ kind: 'ago', days: '30' }) : writeDay({ kind: 'day', day: '' }));
  return (
    <Group gap={6} wrap="nowrap">
      {isAgo ? (
        <TextInput
          aria-label={`${label}: ${t('day.days')}`}
          type="number"
          min={0}
          max={36_500}
          w={80}
          value={read.days}
          disabled={disabled}
          onChange={(event) => onChange(writeDay({ kind: 'ago', days: event.currentTarget.value }) || '0 days ago')}
        />
      ) : (
        <TextInput
          aria-label={label}
          type={isCalendarDay(read.day) ? 'date' : 'text'}
          w={150}
          value={read.day}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        aria-label={`${label}: ${t('day.kind')}`}
        data={[
          { value: 'day', label: t('day.day') },
          { value: 'ago', label: t('day.ago') },
        ]}
        value={read.kind}
        disabled={disabled}
        onChange={(event) => choose(event.currentTarget.value)}
        w={116}
      />
    </Group>
  );
};
