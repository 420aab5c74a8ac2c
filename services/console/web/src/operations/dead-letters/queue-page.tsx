import { Button, Group, Stack, Text } from '@mantine/core';
import { IconInbox, IconLock, IconRefresh } from '@tabler/icons-react';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { useMay } from '../../app/session/session-context.tsx';
import { Asked } from '../../common/asked.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { Page } from '../../common/page.tsx';
import { queuesQuery } from '../../common/queries/dead-letters.ts';
import { lettersQuery } from '../queries.ts';
import { useOperationsTexts } from '../texts.ts';
import type { LetterPage } from './letter.ts';
import { LetterCard } from './letter-card.tsx';
import { useQueueMeaning } from './queue-texts.ts';
import { RedriveAll } from './redrive-all.tsx';
import type { Ways } from './settle-buttons.tsx';
import { useLetterTexts } from './texts.ts';

/** Until it is known what a queue allows, nothing is offered that cannot be undone. */
const UNKNOWN: Ways = { takesBack: true, mayBeDiscarded: false };

/** One queue: its messages, why they are here, and what can be done with them. */
export const QueuePage = () => {
  const t = useLetterTexts();
  const words = useOperationsTexts();
  const meaning = useQueueMeaning();
  const isAdministrator = useMay('administrator');
  const { queue } = useParams({ from: '/operations/dead-letters/$queue' });
  const queues = useQuery(queuesQuery(isAdministrator));
  const letters = useQuery(lettersQuery(queue, isAdministrator));
  const ways = queues.data?.queues.find((each) => each.queue === queue) ?? UNKNOWN;

  return (
    <Page
      title={queue}
      about={`${meaning(queue)} ${t('queue.about')}`}
      back={{ to: '/operations', label: t('title') }}
      action={ways.takesBack && letters.data?.letters.length ? <RedriveAll queue={queue} /> : undefined}
    >
      {isAdministrator ? (
        <Letters queue={queue} of={letters} ways={ways} />
      ) : (
        <EmptyState icon={IconLock} title={words('locked.title')}>
          {words('locked.text')}
        </EmptyState>
      )}
    </Page>
  );
};

interface LettersProps {
  readonly queue: string;
  readonly of: UseQueryResult<LetterPage>;
  readonly ways: Ways;
}

const Letters = ({ queue, of, ways }: LettersProps) => {
  const t = useLetterTexts();
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {t('queue.runbook', { runbook: `docs/runbooks/${queue}-dlq.md` })}
        </Text>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={of.isFetching}
          onClick={() => void of.refetch()}
        >
          {t('queue.again')}
        </Button>
      </Group>
      <Asked of={of}>
        {({ letters, others }) => (
          <Stack>
            {letters.map((letter) => (
              <LetterCard key={letter.messageId} queue={queue} letter={letter} ways={ways} />
            ))}
            {letters.length === 0 && (
              <EmptyState icon={IconInbox} title={t('queue.empty.title')}>
                {t('queue.empty.text')}
              </EmptyState>
            )}
            {others > 0 && <Text c="dimmed">{t('queue.others', { count: others })}</Text>}
          </Stack>
        )}
      </Asked>
    </>
  );
};
