import { Badge, Group, List, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconBulb, IconCheck } from '@tabler/icons-react';

import { useFormats } from '../../common/format.ts';
import { Section } from '../../common/section.tsx';
import { bytesOf, GMAIL_CLIPS_AT, type Hint, hintsOf, type Mail } from '../mail/hints.ts';
import { useHintTexts } from './hint-texts.ts';

/** Given as a value: written in the text itself, it would be filled in. */
const UNSUBSCRIBE = '{{ unsubscribe_url }}';

/** What could be mended before anybody gets this mail. */
export const HintsSection = ({ mail }: { readonly mail: Mail }) => {
  const t = useHintTexts();
  const formats = useFormats();
  const hints = hintsOf(mail);
  const bytes = bytesOf(mail.html);
  return (
    <Section
      title={t('title')}
      about={t('about')}
      aside={
        <Badge
          variant="light"
          color={bytes > GMAIL_CLIPS_AT ? 'red' : 'gray'}
          tt="none"
          title={t('size', { size: formats.bytes(bytes) })}
        >
          {formats.bytes(bytes)} / 102 kB
        </Badge>
      }
    >
      {hints.length === 0 ? (
        <Group gap="xs">
          <ThemeIcon color="teal" variant="light" radius="xl">
            <IconCheck size={16} aria-hidden />
          </ThemeIcon>
          <Text size="sm">{t('good')}</Text>
        </Group>
      ) : (
        <List spacing="sm" listStyleType="none" center={false}>
          {hints.map((hint) => (
            <HintLine key={hint.hint} hint={hint} />
          ))}
        </List>
      )}
    </Section>
  );
};

const HintLine = ({ hint: { hint, level, count = 0, sample = '' } }: { readonly hint: Hint }) => {
  const t = useHintTexts();
  const Picture = level === 'warn' ? IconAlertTriangle : IconBulb;
  return (
    <List.Item
      icon={
        <ThemeIcon
          color={level === 'warn' ? 'orange' : 'gray'}
          variant="light"
          radius="xl"
          aria-label={t(level)}
          role="img"
        >
          <Picture size={16} aria-hidden />
        </ThemeIcon>
      }
    >
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t(hint, { count, sample, link: UNSUBSCRIBE })}
      </Text>
    </List.Item>
  );
};
