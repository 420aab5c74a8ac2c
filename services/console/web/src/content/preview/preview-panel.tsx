import { Alert, Group, Paper, SegmentedControl, Skeleton, Stack, Switch, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';

import { Waiting } from '../../common/asked.tsx';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { type Chosen, ContactChoice } from './contact-choice.tsx';
import { DeviceFrame } from './device-frame.tsx';
import { FilledIn } from './filled-in.tsx';
import { usePreviewTexts } from './texts.ts';
import type { usePreview } from './use-preview.ts';

const DEVICES = ['desktop', 'mobile', 'text'] as const;
type Device = (typeof DEVICES)[number];

interface Props {
  readonly preview: ReturnType<typeof usePreview>;
  /** Whether there is nothing to show yet. */
  readonly isEmpty: boolean;
  readonly contact: Chosen | undefined;
  readonly onChooseContact: (contact: Chosen | undefined) => void;
}

/** The mail as it will arrive: on which screen, by day or night, for whom. */
export const PreviewPanel = ({ preview, isEmpty, contact, onChooseContact }: Props) => {
  const t = usePreviewTexts();
  // On a phone a mail as wide as a desk would be too small to read.
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const [device, setDevice] = useState<Device>(isWide ? 'desktop' : 'mobile');
  const [isDark, setDark] = useState(false);
  const { data, error } = preview;
  return (
    <Stack gap="sm">
      <ContactChoice chosen={contact} onChoose={onChooseContact} />
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('device.label')}
          value={device}
          data={DEVICES.map((value) => ({ value, label: t(`device.${value}`) }))}
          onChange={(word) => setDevice(DEVICES.find((one) => one === word) ?? 'desktop')}
        />
        <Switch
          label={t('dark')}
          size="sm"
          checked={isDark}
          disabled={device === 'text'}
          onChange={(event) => setDark(event.currentTarget.checked)}
        />
      </Group>
      {data === undefined && error === null && <NothingYet isEmpty={isEmpty} />}
      {data === undefined && <ProblemAlert error={error} />}
      {error !== null && data !== undefined && (
        <Alert color="yellow" variant="light" p="xs">
          {t('broken')}
        </Alert>
      )}
      {data && (
        <Paper withBorder radius="md" style={{ overflow: 'hidden' }}>
          <Text size="sm" p="sm" style={{ overflowWrap: 'anywhere' }} className="mail-subject">
            <Text span size="sm" c="dimmed">
              {t('subject')}:
            </Text>{' '}
            <strong>{data.subject}</strong>
          </Text>
          {device === 'text' ? (
            <pre className="mail-text">{data.text}</pre>
          ) : (
            <DeviceFrame html={data.html} title={t('frame')} device={device} scheme={isDark ? 'dark' : 'light'} />
          )}
        </Paper>
      )}
      {data && <FilledIn fields={data.fields} contact={contact} />}
    </Stack>
  );
};

const NothingYet = ({ isEmpty }: Pick<Props, 'isEmpty'>) => {
  const t = usePreviewTexts();
  if (isEmpty) return <Text c="dimmed">{t('waiting')}</Text>;
  return (
    <Waiting>
      <Skeleton height={280} radius="md" />
    </Waiting>
  );
};
