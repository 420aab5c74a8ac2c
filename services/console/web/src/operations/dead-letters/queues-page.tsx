import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useMay } from '../../app/session/session-context.tsx';
import { Asked } from '../../common/asked.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { useFormats } from '../../common/format.ts';
import { queuesQuery } from '../../common/queries/dead-letters.ts';
import { OperationsPage } from '../operations-page.tsx';
import { filledOf, type Queue } from './letter.ts';
import { useQueueMeaning } from './queue-texts.ts';
import { useLetterTexts } from './texts.ts';

/** The queues in which something waits that could not be handled. */
export const QueuesPage = () => {
  const t = useLetterTexts();
  const asked = useQuery(queuesQuery(useMay('administrator')));
  return (
    <OperationsPage title={t('title')} about={t('about')} isForAdministrators>
      <Asked of={asked}>{({ queues }) => <Filled queues={queues} />}</Asked>
    </OperationsPage>
  );
};

const Filled = ({ queues }: { readonly queues: readonly Queue[] }) => {
  const t = useLetterTexts();
  const filled = filledOf(queues);
  if (filled.length === 0) {
    return (
      <EmptyState icon={IconChecks} title={t('none.title')}>
        {t('none.text')}
      </EmptyState>
    );
  }
  return (
    <Stack gap="sm">
      {filled.map((queue) => (
        <QueueCard key={queue.queue} {...queue} />
      ))}
      <Text size="sm" c="dimmed">
        {t('quiet', { count: queues.length - filled.length })}
      </Text>
    </Stack>
  );
};

const QueueCard = ({ queue, messages, hidden, oldestAt }: Queue) => {
  const t = useLetterTexts();
  const meaning = useQueueMeaning();
  const formats = useFormats();
  return (
    <Paper withBorder radius="lg" p="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Anchor
            fw={650}
            style={{ overflowWrap: 'anywhere' }}
            aria-label={t('queues.look', { queue })}
            renderRoot={(props) => <Link to="/operations/dead-letters/$queue" params={{ queue }} {...props} />}
          >
            {queue}
          </Anchor>
          <Text size="sm">{meaning(queue)}</Text>
          {oldestAt !== undefined && (
            <Text size="sm" c="dimmed">
              {t('queues.oldest')}: {formats.ago(oldestAt)}
            </Text>
          )}
          {hidden > 0 && (
            <Text size="sm" c="dimmed">
              {t('queues.hidden', { count: formats.count(hidden) })}
            </Text>
          )}
        </Stack>
        <Badge size="lg" color="red" variant="light" className="figures" aria-label={t('queues.messages')}>
          {formats.count(messages)}
        </Badge>
      </Group>
    </Paper>
  );
};
