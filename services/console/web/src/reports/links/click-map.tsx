import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { Asked } from '../../common/asked.tsx';
import { useFormats } from '../../common/format.ts';
import { useMailWithPictures } from '../../common/mail/use-mail-with-pictures.ts';
import { type SentMail, sentMailQuery } from '../../common/queries/sent-mail.ts';
import type { Links } from '../model.ts';
import { mailWithClicks } from './mail-with-clicks.ts';
import { useLinkTexts } from './texts.ts';

interface Props {
  readonly runId: string;
  readonly links: Links['items'];
  readonly clickers: number;
}

/** The mail that was sent, with how many people followed each link where the link stands. */
export const ClickMap = ({ runId, ...clicks }: Props) => {
  const mail = useQuery(sentMailQuery(runId));
  return <Asked of={mail}>{(found) => <Mail mail={found} {...clicks} />}</Asked>;
};

interface MailProps extends Omit<Props, 'runId'> {
  readonly mail: SentMail;
}

const Mail = ({ mail, links, clickers }: MailProps) => {
  const t = useLinkTexts();
  const formats = useFormats();
  const html = useMailWithPictures(mail);
  const page = useMemo(
    () =>
      mailWithClicks(html, {
        links,
        clickers,
        label: (clicks, share) =>
          clicks === 0 ? t('map.none') : `${t('map.clicks', { count: clicks })} · ${formats.share(share)}`,
      }),
    [html, links, clickers, t, formats],
  );
  return (
    <iframe
      title={t('map.frame')}
      sandbox=""
      srcDoc={page}
      style={{
        width: '100%',
        height: 'min(65vh, 36rem)',
        border: '1px solid var(--mantine-color-default-border)',
        borderRadius: 'var(--mantine-radius-md)',
        background: '#ffffff',
        colorScheme: 'light',
      }}
    />
  );
};
