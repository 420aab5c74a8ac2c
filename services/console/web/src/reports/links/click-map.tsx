import { Box, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { Asked } from '../../common/asked.tsx';
import { useFormats } from '../../common/format.ts';
import type { Links } from '../model.ts';
import { mailQuery } from '../queries.ts';
import { mailWithClicks } from './mail-with-clicks.ts';
import { useLinkTexts } from './texts.ts';

interface Props {
  readonly campaignId: string | undefined;
  readonly links: Links['items'];
  readonly clickers: number;
}

/** The mail, with how many people followed each link where the link stands. */
export const ClickMap = ({ campaignId, links, clickers }: Props) => {
  const t = useLinkTexts();
  const mail = useQuery(mailQuery(campaignId));
  if (campaignId === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {t('map.gone', { reason: t('map.unknown') })}
      </Text>
    );
  }
  return <Asked of={mail}>{({ html }) => <Mail html={html} links={links} clickers={clickers} />}</Asked>;
};

interface MailProps extends Omit<Props, 'campaignId'> {
  readonly html: string;
}

const Mail = ({ html, links, clickers }: MailProps) => {
  const t = useLinkTexts();
  const formats = useFormats();
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
    <Box
      component="iframe"
      title={t('map.frame')}
      sandbox=""
      srcDoc={page}
      w="100%"
      h="min(65vh, 36rem)"
      bg="white"
      style={{ border: '1px solid var(--mantine-color-default-border)', borderRadius: 'var(--mantine-radius-md)' }}
    />
  );
};
