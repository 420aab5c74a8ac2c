import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

import { Section } from '../../common/section.tsx';
import { useSharedTexts } from '../../common/shared-texts.ts';
import type { FormWithHtml } from '../model.ts';
import { useFormTexts } from './texts.ts';

/** What a website puts into its page, and how that looks. */
export const FormHtml = ({ form: { html, submissionsUrl } }: { readonly form: FormWithHtml }) => {
  const t = useFormTexts();
  const shared = useSharedTexts();
  return (
    <Section
      title={t('html.title')}
      about={t('html.about')}
      aside={
        <CopyButton value={html}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {copied ? shared('copied') : t('html.copy')}
            </Button>
          )}
        </CopyButton>
      }
    >
      <Code block tabIndex={0} role="region" aria-label="HTML" style={{ maxHeight: 220, overflow: 'auto' }}>
        {html}
      </Code>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {t('html.url')}
        </Text>
        <Code style={{ overflowWrap: 'anywhere' }}>{submissionsUrl}</Code>
      </Group>
      <Text size="sm" c="dimmed">
        {t('html.preview')}
      </Text>
      <iframe
        title={t('html.preview')}
        sandbox=""
        srcDoc={`<!doctype html><meta name="viewport" content="width=device-width"><body style="font: 16px system-ui; margin: 1rem; background: #fff; color: #1a1a1a">${html}`}
        style={{
          width: '100%',
          height: 260,
          border: '1px solid var(--mantine-color-default-border)',
          borderRadius: 'var(--mantine-radius-md)',
        }}
      />
    </Section>
  );
};
