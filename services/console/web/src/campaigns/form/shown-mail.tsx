import { Group, Stack, Text } from '@mantine/core';

import { MailFrame } from '../../common/mail/mail-frame.tsx';
import { useFormTexts } from './form-texts.ts';

interface Props {
  readonly subject: string;
  readonly html: string;
}

/** The upper part of a mail, below its subject. */
export const ShownMail = ({ subject, html }: Props) => {
  const t = useFormTexts();
  return (
    <Stack gap={6}>
      <Group gap={6} wrap="nowrap" align="baseline">
        <Text size="sm" c="dimmed" style={{ flexShrink: 0 }}>
          {t('template.subject')}
        </Text>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {subject}
        </Text>
      </Group>
      <MailFrame
        title={t('template.preview')}
        html={html}
        style={{
          width: '100%',
          height: 320,
          border: '1px solid var(--mantine-color-default-border)',
          borderRadius: 'var(--mantine-radius-md)',
          colorScheme: 'light',
        }}
      />
    </Stack>
  );
};
