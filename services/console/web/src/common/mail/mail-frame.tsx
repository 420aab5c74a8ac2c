import type { CSSProperties } from 'react';

import { inScheme } from './in-scheme.ts';
import { usePictures } from './use-pictures.ts';

interface Props {
  readonly html: string;
  /** What it is called where it is not seen. */
  readonly title: string;
  readonly scheme?: 'light' | 'dark';
  readonly style?: CSSProperties;
}

/**
 * A mail, with the pictures that are attached to it. Mails are white whatever the page is; nothing in them runs, reaches this page, or leads
 * away from here.
 */
export const MailFrame = ({ html, title, scheme = 'light', style }: Props) => (
  <iframe
    sandbox=""
    srcDoc={inScheme(usePictures(html), scheme)}
    title={title}
    style={{ background: '#ffffff', ...style }}
  />
);
