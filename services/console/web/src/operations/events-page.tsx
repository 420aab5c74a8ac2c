import { Badge, Button, Code, Collapse, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { use, useMemo, useState } from 'react';

import { useLanguage } from '../common/language/use-language.ts';
import { EVENTS, type KnownMessage, shapeOf, withWords } from './catalogue.ts';
import { eventWords } from './event-words.ts';
import { OperationsPage } from './operations-page.tsx';
import { useOperationsTexts } from './texts.ts';

/** What the services tell each other. */
export const EventsPage = () => {
  const t = useOperationsTexts();
  const [words, setWords] = useState('');
  const known = useKnownMessages();
  const found = useMemo(() => withWords(known, words), [known, words]);
  return (
    <OperationsPage title={t('events.title')} about={t('events.about')}>
      <TextInput
        aria-label={t('events.search')}
        placeholder={t('events.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        maw="26rem"
      />
      <Stack gap="xl">
        {found.map((each) => (
          <Entry key={each.type} {...each} />
        ))}
        {found.length === 0 && <Text c="dimmed">{t('events.none')}</Text>}
      </Stack>
    </OperationsPage>
  );
};

/** What is known of every message, in the reader's language. */
const useKnownMessages = (): readonly KnownMessage[] => {
  const language = useLanguage();
  const said = use(eventWords.load(language));
  return useMemo(() => EVENTS.map((each) => ({ ...each, summary: said[each.type] ?? each.summary })), [said]);
};

const Entry = ({ type, kind, says, hears, status, summary }: KnownMessage) => {
  const t = useOperationsTexts();
  const [isOpen, { toggle }] = useDisclosure();
  return (
    <Stack gap={4} component="section" aria-label={type}>
      <Group gap="xs">
        <Code fw={600}>{type}</Code>
        <Badge variant="light" color={kind === 'event' ? 'sea' : 'grape'} tt="none">
          {t(`events.${kind}`)}
        </Badge>
        {status === 'reserved' && (
          <Badge variant="default" tt="none">
            {t('events.reserved')}
          </Badge>
        )}
      </Group>
      <Text size="sm">{summary}</Text>
      <Text size="sm" c="dimmed">
        {t('events.says')}: {says} · {t('events.hears')}: {hears.join(', ') || t('events.nobody')}
      </Text>
      <div>
        <Button size="compact-sm" variant="subtle" onClick={toggle} aria-expanded={isOpen} ml={-8}>
          {t('events.open')}
        </Button>
        <Collapse expanded={isOpen}>
          {isOpen && (
            <Code block tabIndex={0} aria-label={t('events.shape', { type })} mah={360}>
              {shapeOf(type)}
            </Code>
          )}
        </Collapse>
      </div>
    </Stack>
  );
};
