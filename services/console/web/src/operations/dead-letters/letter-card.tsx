import { Button, Code, Collapse, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { use } from 'react';

import { useFormats } from '../../common/format.ts';
import { useLanguage } from '../../common/language/use-language.ts';
import { type Letter, readable, typeOf } from './letter.ts';
import { letterWords } from './letter-words.ts';
import { SettleButtons, type Ways } from './settle-buttons.tsx';
import { useLetterTexts } from './texts.ts';

interface Props {
  readonly queue: string;
  readonly letter: Letter;
  readonly ways: Ways;
}

/** One message that could not be handled: what it is, why, since when, and what can be done with it. */
export const LetterCard = ({ queue, letter, ways }: Props) => {
  const t = useLetterTexts();
  const formats = useFormats();
  const { messageId, sentAt, receives, reason, body } = letter;
  return (
    <Paper withBorder radius="lg" p="md" component="section" aria-label={t('letter.id', { id: messageId })}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Text fw={650} style={{ overflowWrap: 'anywhere' }}>
            {typeOf(body) ?? t('letter.unknownType')}
          </Text>
          <Text size="sm" c="dimmed" title={formats.moment(sentAt)}>
            {t('letter.sent', { ago: formats.ago(sentAt) })} · {t('letter.receives', { count: receives })}
          </Text>
        </Group>
        <Reason {...(reason && { reason })} />
        <Body {...letter} />
        <SettleButtons queue={queue} messageId={messageId} ways={ways} />
      </Stack>
    </Paper>
  );
};

const Reason = ({ reason }: Pick<Letter, 'reason'>) => {
  const t = useLetterTexts();
  const language = useLanguage();
  const words = use(letterWords.load(language));
  if (reason === undefined) return <Text size="sm">{t('letter.noReason')}</Text>;
  const said = words[reason.code];
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {t('letter.reason')}: {said}{' '}
      <Text span inherit lang="en" {...(said !== undefined && { c: 'dimmed' })}>
        <Code>{reason.code}</Code> {reason.text}
      </Text>
    </Text>
  );
};

const Body = ({ messageId, body, isCut }: Letter) => {
  const t = useLetterTexts();
  const [isOpen, { toggle }] = useDisclosure();
  return (
    <div>
      <Button size="compact-sm" variant="subtle" onClick={toggle} aria-expanded={isOpen} ml={-8}>
        {t(isOpen ? 'letter.hide' : 'letter.show')}
      </Button>
      <Collapse expanded={isOpen}>
        <Text size="sm" c="dimmed" mb={4}>
          {t('letter.id', { id: messageId })} · {t('letter.personal')} {isCut && t('letter.cut')}
        </Text>
        <Code block tabIndex={0} aria-label={t('letter.body')} mah={360}>
          {isOpen ? readable(body) : ''}
        </Code>
      </Collapse>
    </div>
  );
};
