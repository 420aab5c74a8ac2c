import { Button, Divider, Group, Stack, Text } from '@mantine/core';
import { IconCalendarTime, IconMailFast, IconSend } from '@tabler/icons-react';
import { useState } from 'react';

import { Allowed } from '../../common/allowed.tsx';
import { Section } from '../../common/section.tsx';
import type { Campaign } from '../campaign.ts';
import type { Checks } from '../check/use-checks.ts';
import { mayLaunch } from '../check/verdict.ts';
import { LaunchDialog } from './launch-dialog.tsx';
import { OutlookLines } from './outlook-lines.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { useSendTexts } from './send-texts.ts';
import { TestDialog } from './test-dialog.tsx';

interface Props {
  readonly campaign: Campaign;
  readonly version: string;
  readonly checks: Checks;
}

type Deed = 'launch' | 'schedule' | 'test';

/** What is asked, about the campaign as whoever asked has seen it: somebody may change it while the question stands. */
interface Open {
  readonly deed: Deed;
  readonly campaign: Campaign;
  readonly version: string;
}

/** How many, how long, how much; and the ways to send. */
export const SendPanel = ({ campaign, version, checks }: Props) => {
  const t = useSendTexts();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const isReady = mayLaunch(checks.verdict);
  return (
    <Section title={t('title')}>
      <OutlookLines outlook={checks.outlook} />
      <Divider />
      <Stack gap="xs">
        <SendButtons isReady={isReady} onOpen={(deed) => setOpen({ deed, campaign, version })} />
        {!isReady && (
          <Text size="sm" c="dimmed">
            {t(checks.verdict === 'stop' ? 'blocked.stop' : 'blocked.pending')}
          </Text>
        )}
      </Stack>
      {open && <Asked {...open} checks={checks} onClose={close} />}
    </Section>
  );
};

const Asked = ({ deed, ...seen }: Open & { readonly checks: Checks; readonly onClose: () => void }) => {
  if (deed === 'launch') return <LaunchDialog {...seen} />;
  if (deed === 'schedule') return <ScheduleDialog {...seen} />;
  return <TestDialog campaign={seen.campaign} onClose={seen.onClose} />;
};

const SendButtons = ({ isReady, onOpen }: { readonly isReady: boolean; readonly onOpen: (deed: Deed) => void }) => {
  const t = useSendTexts();
  return (
    <Group gap="xs">
      <Allowed role="sender">
        {(may) => (
          <Button
            disabled={!may || !isReady}
            leftSection={<IconSend size={16} aria-hidden />}
            onClick={() => onOpen('launch')}
          >
            {t('now')}
          </Button>
        )}
      </Allowed>
      <Allowed role="sender">
        {(may) => (
          <Button
            variant="default"
            disabled={!may || !isReady}
            leftSection={<IconCalendarTime size={16} aria-hidden />}
            onClick={() => onOpen('schedule')}
          >
            {t('schedule')}
          </Button>
        )}
      </Allowed>
      <Allowed role="author">
        {(may) => (
          <Button
            variant="default"
            disabled={!may}
            leftSection={<IconMailFast size={16} aria-hidden />}
            onClick={() => onOpen('test')}
          >
            {t('test')}
          </Button>
        )}
      </Allowed>
    </Group>
  );
};
