import { linkFinder } from '../match-link.ts';
import type { Links } from '../model.ts';

interface Clicks {
  readonly links: Links['items'];
  readonly clickers: number;
  /** What stands beside a link. */
  readonly label: (clicks: number, share: number) => string;
}

/** Whatever the mail's own colours, its labels can be read: white on deep blue-green, and grey where nobody came. */
const LABEL =
  'display:inline-block;margin:0 4px;padding:1px 8px;border-radius:999px;font:600 12px/1.6 system-ui,sans-serif;' +
  'letter-spacing:0;text-transform:none;text-decoration:none;white-space:nowrap;color:#fff;vertical-align:middle;background:';
const SOME = '#0b667d';
const NOBODY = '#5c6770';

/**
 * Writes beside each link of a mail how many people followed it. Links lead nowhere in it: it is for looking at. It is shown in a frame that
 * may do nothing at all, whatever the mail holds.
 */
export const mailWithClicks = (html: string, { links, clickers, label }: Clicks): string => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const figuresOf = linkFinder(links);
  for (const anchor of page.querySelectorAll('a[href], area[href]')) {
    const href = anchor.getAttribute('href') ?? '';
    anchor.removeAttribute('href');
    anchor.removeAttribute('target');
    if (!/^https?:/i.test(href)) continue;
    const clicks = figuresOf(href)?.clicks ?? 0;
    const share = clickers > 0 ? Math.min(1, clicks / clickers) : 0;
    anchor.setAttribute('title', href);
    anchor.after(labelIn(page, label(clicks, share), clicks > 0 ? SOME : NOBODY));
  }
  return `<!doctype html>${page.documentElement.outerHTML}`;
};

const labelIn = (page: Document, text: string, colour: string): Element => {
  const label = page.createElement('span');
  label.setAttribute('style', `${LABEL}${colour}`);
  label.textContent = text;
  return label;
};
