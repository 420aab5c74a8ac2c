import { Box } from '@mantine/core';

import { MailFrame } from '../../common/mail/mail-frame.tsx';
import { useMailWithPictures } from '../../common/mail/use-mail-with-pictures.ts';
import type { SentMail } from '../../common/queries/sent-mail.ts';
import { useMailTexts } from './texts.ts';

export type SentLook = 'desktop' | 'mobile' | 'text';

const PHONE = 390;
const FRAME = {
  border: '1px solid var(--mantine-color-default-border)',
  borderRadius: 'var(--mantine-radius-md)',
} as const;

interface Props {
  readonly mail: SentMail;
  readonly look: SentLook;
}

/** What stood in the mail, on a screen or as plain text. */
export const SentBody = ({ mail, look }: Props) => {
  const t = useMailTexts();
  const html = useMailWithPictures(mail);
  if (look === 'text') {
    return (
      <Box component="pre" m={0} p="md" mah="40rem" fz="sm" tabIndex={0} aria-label={t('look.text')} style={TEXT}>
        {mail.text ?? ''}
      </Box>
    );
  }
  return (
    <MailFrame
      html={html}
      title={t('frame')}
      style={{
        ...FRAME,
        width: '100%',
        height: 'min(75vh, 44rem)',
        ...(look === 'mobile' && { maxWidth: PHONE, marginInline: 'auto' }),
      }}
    />
  );
};

const TEXT = { ...FRAME, overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;
