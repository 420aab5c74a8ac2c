import { Box, Skeleton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';

import type { Language } from '../../common/language/languages.ts';
import { inScheme } from '../../common/mail/in-scheme.ts';
import { compileMjml } from '../mail/compile-mjml.ts';
import type { StarterName } from '../starters/starter.ts';
import { starterIn } from '../starters/starters.ts';
import { useGalleryTexts } from './texts.ts';

const MAIL_WIDTH = 640;
const SHOWN_HEIGHT = 320;

interface Props {
  readonly name: StarterName;
  readonly language: Language;
}

/** The upper part of a starter as it will look, small. The mail itself, not a picture of it: it is never out of date. */
export const StarterPicture = ({ name, language }: Props) => {
  const t = useGalleryTexts();
  const { ref, width } = useElementSize();
  const mail = useQuery({
    queryKey: ['starter', name, language],
    queryFn: async () =>
      inScheme(shown((await compileMjml(starterIn(name, language, location.origin).mjml)).html), 'light'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const scale = width / MAIL_WIDTH;
  return (
    <Box
      ref={ref}
      h={SHOWN_HEIGHT}
      style={{ overflow: 'hidden', background: '#fff', borderBottom: '1px solid var(--mantine-color-default-border)' }}
    >
      {mail.data === undefined || width === 0 ? (
        <Skeleton height={SHOWN_HEIGHT} radius={0} />
      ) : (
        <iframe
          sandbox=""
          srcDoc={mail.data}
          title={t('preview', { name: t(name) })}
          tabIndex={-1}
          scrolling="no"
          width={MAIL_WIDTH}
          height={SHOWN_HEIGHT / scale}
          style={{
            border: 0,
            transform: `scale(${scale})`,
            transformOrigin: '0 0',
            pointerEvents: 'none',
            display: 'block',
          }}
        />
      )}
    </Box>
  );
};

/** Merge fields as their defaults, or left out: enough for a small picture. */
const shown = (html: string): string =>
  html
    .replaceAll(/\{%[^%]*%\}(?:[^{]*\{\{[^}]*\}\}[^{]*\{%[^%]*%\})?/g, '')
    .replaceAll(/\{\{[^}|]*\|\s*default:\s*'([^']*)'\s*\}\}/g, '$1')
    .replaceAll(/\{\{[^}]*\}\}/g, '');
