import { Anchor, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Asked } from '../../common/asked.tsx';
import { useFormats } from '../../common/format.ts';
import { type SentMail, sentMailQuery } from '../../common/queries/sent-mail.ts';
import { Section } from '../../common/section.tsx';
import { SentBody, type SentLook } from './sent-body.tsx';
import { useMailTexts } from './texts.ts';

const LOOKS = ['desktop', 'mobile', 'text'] as const;

/** The mail as it went out, whatever has become of its template since. */
export const MailPart = ({ runId }: { readonly runId: string }) => {
  const t = useMailTexts();
  const mail = useQuery(sentMailQuery(runId));
  const [look, setLook] = useState<SentLook>('desktop');
  return (
    <Section
      title={t('title')}
      about={t('about')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('look')}
          value={look}
          data={LOOKS.map((value) => ({ value, label: t(`look.${value}`) }))}
          onChange={(word) => setLook(LOOKS.find((one) => one === word) ?? 'desktop')}
        />
      }
    >
      <Asked of={mail}>
        {(found) => (
          <Stack gap="md">
            <Head mail={found} />
            <SentBody mail={found} look={look} />
          </Stack>
        )}
      </Asked>
    </Section>
  );
};

const Head = ({ mail: { from, replyTo, subject, files } }: { readonly mail: SentMail }) => {
  const t = useMailTexts();
  return (
    <Stack component="dl" gap={4} m={0}>
      <Line label={t('from')}>{from.name === undefined ? from.address : `${from.name} <${from.address}>`}</Line>
      {replyTo !== undefined && <Line label={t('replyTo')}>{replyTo}</Line>}
      <Line label={t('subject')}>
        <strong>{subject}</strong>
      </Line>
      <Attached files={files.filter(({ contentId }) => contentId === undefined)} />
    </Stack>
  );
};

const Attached = ({ files }: { readonly files: SentMail['files'] }) => {
  const t = useMailTexts();
  const { bytes } = useFormats();
  if (files.length === 0) return null;
  return (
    <Line label={t('files')}>
      <Group gap="md">
        {files.map(({ fileName, size, url }) => (
          <Anchor key={url} href={url} size="sm" download>
            <Group component="span" gap={4} wrap="nowrap">
              <IconPaperclip size={14} aria-hidden />
              {fileName} ({bytes(size)})
            </Group>
          </Anchor>
        ))}
      </Group>
    </Line>
  );
};

interface LineProps {
  readonly label: string;
  readonly children: React.ReactNode;
}

const Line = ({ label, children }: LineProps) => (
  <Group gap="sm" align="baseline" wrap="nowrap">
    <Text component="dt" size="sm" c="dimmed" w="5.5rem" style={{ flexShrink: 0 }}>
      {label}
    </Text>
    <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
      {children}
    </Text>
  </Group>
);
