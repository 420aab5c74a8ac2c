import { Group, Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { useMay } from '../../app/session/session-context.tsx';
import { Asked } from '../../common/asked.tsx';
import { More } from '../../common/more.tsx';
import { Section } from '../../common/section.tsx';
import type { Report } from '../model.ts';
import { recipientsQuery } from '../queries.ts';
import { OUTCOMES, type Outcome, REASONS, type Reason } from '../search.ts';
import { People } from './people.tsx';
import { useRecipientTexts } from './texts.ts';

const ANY = 'all';

/** To whom something has happened: how many, and who they are. */
export const Recipients = ({ report }: { readonly report: Report }) => {
  const t = useRecipientTexts();
  const { outcome = 'bounced', reason } = useSearch({ from: '/reports/$runId' });
  return (
    <Section title={t('title')} about={t('about')}>
      <Choices outcome={outcome} reason={reason} />
      {reason === undefined && (
        <Text size="sm" fw={600}>
          {t('count', { count: report[outcome] })}
        </Text>
      )}
      <Found runId={report.runId} outcome={outcome} reason={reason} />
    </Section>
  );
};

interface Asking {
  readonly outcome: Outcome;
  readonly reason: Reason | undefined;
}

const Choices = ({ outcome, reason }: Asking) => {
  const t = useRecipientTexts();
  const navigate = useNavigate({ from: '/reports/$runId' });
  const show = (next: { readonly outcome: Outcome; readonly reason?: Reason }) =>
    void navigate({ search: { part: 'recipients', ...next }, replace: true, resetScroll: false });
  const chosenOutcome = (value: string | null) => {
    const found = OUTCOMES.find((one) => one === value);
    if (found !== undefined) show({ outcome: found });
  };
  const chosenReason = (value: string | null) => {
    const found = REASONS.find((one) => one === value);
    show({ outcome, ...(found !== undefined && { reason: found }) });
  };
  return (
    <Group align="flex-end">
      <Select
        label={t('outcome')}
        value={outcome}
        allowDeselect={false}
        onChange={chosenOutcome}
        data={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        w={{ base: '100%', xs: 280 }}
      />
      {(outcome === 'bounced' || outcome === 'hardBounced') && (
        <Select
          label={t('reason')}
          value={reason ?? ANY}
          allowDeselect={false}
          onChange={chosenReason}
          data={[
            { value: ANY, label: t('reason.all') },
            ...REASONS.map((value) => ({ value, label: t(`reason.${value}`) })),
          ]}
          w={{ base: '100%', xs: 280 }}
        />
      )}
    </Group>
  );
};

const Found = ({ runId, ...asking }: Asking & { readonly runId: string }) => {
  const t = useRecipientTexts();
  const mayName = useMay('author');
  const places = useInfiniteQuery(recipientsQuery(runId, { ...asking, names: mayName ? 'true' : 'ids' }));
  return (
    <Stack gap="sm">
      <Asked of={places}>
        {({ pages }) => {
          const people = pages.flatMap((page) => page.items);
          if (people.length > 0) return <People people={people} />;
          return (
            <Text size="sm" c="dimmed">
              {t('none')}
            </Text>
          );
        }}
      </Asked>
      <More of={places} />
    </Stack>
  );
};
