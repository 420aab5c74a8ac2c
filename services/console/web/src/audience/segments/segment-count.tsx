import { Group, MultiSelect, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../../common/format.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { Section } from '../../common/section.tsx';
import { useListChoices } from '../../common/use-lists.ts';
import type { AudiencePreview, RuleGroup } from '../model.ts';
import { PersonCells } from '../person-cells.tsx';
import { countQuery } from './queries.ts';
import { useSegmentTexts } from './texts.ts';

/** One question may name so many lists. */
const MOST_LISTS = 20;

/** How many of some lists a rule takes, while it is written. */
export const SegmentCount = ({ rule }: { readonly rule: RuleGroup | undefined }) => {
  const t = useSegmentTexts();
  const [said, setSaid] = useState<readonly string[]>();
  const { lists: all, isKnown, look } = useListChoices(said ?? []);
  const chosen = said ?? all.slice(0, MOST_LISTS).map(({ listId }) => listId);
  const counted = useQuery(countQuery(chosen, rule));
  return (
    <Section title={t('count.title')}>
      {isKnown && all.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('count.noLists')}
        </Text>
      ) : (
        <MultiSelect
          label={t('count.among')}
          description={t('count.amongHint')}
          data={all.map(({ listId, name }) => ({ value: listId, label: name }))}
          value={[...chosen]}
          onChange={setSaid}
          onSearchChange={look}
          maxValues={MOST_LISTS}
          searchable
          limit={100}
          maw={560}
        />
      )}
      <div role="status" aria-live="polite">
        {rule === undefined ? (
          <Text size="sm" c="dimmed">
            {t('count.incomplete')}
          </Text>
        ) : (
          counted.data && <Counted of={counted.data} isOld={counted.isPlaceholderData} />
        )}
      </div>
      {rule !== undefined && <ProblemAlert error={counted.error} />}
    </Section>
  );
};

interface CountedProps {
  readonly of: AudiencePreview;
  readonly isOld: boolean;
}

const Counted = ({ of: { count, isExact, read, sample }, isOld }: CountedProps) => {
  const t = useSegmentTexts();
  const formats = useFormats();
  return (
    <Stack gap="sm" style={{ opacity: isOld ? 0.5 : 1 }}>
      <div>
        <Group gap={6} align="baseline" className="figures">
          <Text fz="2rem" fw={650} lh={1.2}>
            {isExact ? formats.count(count) : `≈ ${formats.count(count)}`}
          </Text>
          <Text>{t('count.people', { count })}</Text>
        </Group>
        <Text size="sm" c="dimmed">
          {t(isExact ? 'count.exact' : 'count.about', { read: formats.count(read) })}
        </Text>
      </div>
      {sample.length > 0 && (
        <Table layout="fixed">
          <Table.Caption>{t('count.sample')}</Table.Caption>
          <Table.Tbody>
            {sample.map((person) => (
              <Table.Tr key={person.contactId}>
                <PersonCells person={person} isBeside />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
};
