import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Asked } from '../../common/asked.tsx';
import { useFormats } from '../../common/format.ts';
import { useLanguage } from '../../common/language/use-language.ts';
import { More } from '../../common/more.tsx';
import type { ConsentEntry } from '../model.ts';
import { useEvidence } from './details.ts';
import { historyQuery } from './queries.ts';
import { useContactTexts } from './texts.ts';

/** Every word about being mailed. */
export const History = ({ contactId }: { readonly contactId: string }) => {
  const t = useContactTexts();
  const history = useInfiniteQuery(historyQuery(contactId));
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('history.about')}
      </Text>
      <Asked of={history}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.items);
          if (entries.length === 0) return <Text>{t('history.none')}</Text>;
          return (
            <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
              {entries.map((entry) => (
                <Entry key={`${entry.at} ${JSON.stringify(entry.scope)} ${entry.change}`} entry={entry} />
              ))}
            </Stack>
          );
        }}
      </Asked>
      <More of={history} />
    </Stack>
  );
};

const Entry = ({ entry }: { readonly entry: ConsentEntry }) => {
  const t = useContactTexts();
  const formats = useFormats();
  const language = useLanguage();
  const evidenceOf = useEvidence(language);
  return (
    <Paper component="li" withBorder px="md" py="sm">
      <Group justify="space-between" gap="xs">
        <Badge variant="light" color={entry.change === 'suppress' ? 'orange' : 'teal'} tt="none">
          {t(`history.${entry.change}`)}
        </Badge>
        <Text size="xs" c="dimmed">
          {formats.moment(entry.at)}
        </Text>
      </Group>
      {evidenceOf(entry).map((line) => (
        <Text key={line} size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {line}
        </Text>
      ))}
      {entry.member !== undefined && (
        <Text size="xs" c="dimmed">
          {entry.member}
        </Text>
      )}
    </Paper>
  );
};
