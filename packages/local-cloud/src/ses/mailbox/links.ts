import { draw } from '../rules/draw.ts';
import { parseMail } from './content.ts';
import type { StoredMail } from './mail-store.ts';

const ANCHOR = /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>(.*?)<\/a>/gis;
const UNSUBSCRIBE = /unsubscri|opt-?out|수신\s*거부/i;

const decoded = (url: string): string => url.replaceAll('&amp;', '&').trim();

/** The web links of an HTML message, without those that unsubscribe. */
export const clickableLinks = (html: string, listUnsubscribe = ''): readonly string[] =>
  [...html.matchAll(ANCHOR)].flatMap(([, doubleQuoted, singleQuoted, label = '']) => {
    const url = decoded(doubleQuoted ?? singleQuoted ?? '');
    const isUnsubscribe = UNSUBSCRIBE.test(url) || UNSUBSCRIBE.test(label) || listUnsubscribe.includes(`<${url}>`);
    return /^https?:\/\//i.test(url) && !isUnsubscribe ? [url] : [];
  });

/** The links of a message that a recipient may follow. */
export const linksIn = async (mail: StoredMail): Promise<readonly string[]> => {
  const { html, headers } = await parseMail(mail);
  const listUnsubscribe = headers.find(({ key }) => key === 'list-unsubscribe')?.value;
  return clickableLinks(html ?? '', listUnsubscribe);
};

/** The link a recipient clicks, if there is one to click. */
export const chosenLink = async (mail: StoredMail, ...seed: readonly string[]): Promise<string | undefined> => {
  const links = await linksIn(mail);
  return links[Math.floor(draw(...seed) * links.length)];
};
