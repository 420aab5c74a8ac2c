import { Group, Stack, Text } from '@mantine/core';

import { useFormats } from '../../common/format.ts';
import type { Outlook } from '../check/outlook.ts';
import { useSendTexts } from './send-texts.ts';

/** What sending takes: people, time and money. */
export const OutlookLines = ({ outlook }: { readonly outlook: Outlook | undefined }) => {
  const t = useSendTexts();
  const { count, duration, dollars } = useFormats();
  const unknown = t('unknown');
  if (outlook === undefined) return <Line label={t('recipients')} figure={unknown} />;
  const { recipients, seconds, days, sesUsd, oursUsd } = outlook;
  return (
    <Stack gap="xs">
      <Line label={t('recipients')} figure={count(recipients)} />
      <Line
        label={t('duration')}
        figure={seconds === undefined ? unknown : duration(seconds)}
        {...(days > 1 && { about: t('duration.days', { days }) })}
      />
      <Line
        label={t('cost')}
        figure={dollars(sesUsd + oursUsd)}
        about={t('cost.parts', { ses: dollars(sesUsd), ours: dollars(oursUsd) })}
      />
    </Stack>
  );
};

interface LineProps {
  readonly label: string;
  readonly figure: string;
  readonly about?: string;
}

const Line = ({ label, figure, about }: LineProps) => (
  <div className="figures">
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm">{label}</Text>
      <Text fw={600}>{figure}</Text>
    </Group>
    {about !== undefined && (
      <Text size="xs" c="dimmed">
        {about}
      </Text>
    )}
  </div>
);
