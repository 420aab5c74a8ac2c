import type { SentMail } from '../queries/sent-mail.ts';

interface Picture {
  /** What the HTML calls it. */
  readonly name: string;
  readonly url: string;
}

/** The pictures that went along with a mail and that it shows. */
export const picturesOf = ({ html, files }: Pick<SentMail, 'html' | 'files'>): readonly Picture[] =>
  files.flatMap(({ contentId, url }) => {
    const name = `cid:${contentId}`;
    return contentId !== undefined && html.includes(name) ? [{ name, url }] : [];
  });
