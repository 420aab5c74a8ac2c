import { type Check, fine, warning } from './check.ts';

export type LinkFlaw = 'empty' | 'unreadable' | 'not_https' | 'local' | 'placeholder';

/** Where a value is written, nobody knows yet what will stand there. */
const LIQUID = /\{[{%]/;
const WEB = /^https?:\/\//i;
/** Of a link whose host is a merge field, only the beginning can be looked at. */
const WHOLE_HOST = /^https?:\/\/[^/?#]*[/?#]/i;
const OTHER_THAN_WEB = /^(?:mailto|tel|sms|cid):/i;
const LOCAL_HOST =
  /^(?:localhost|.*\.(?:localhost|local|internal)|127(?:\.\d+){3}|0\.0\.0\.0|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[::1\])$/;
const PLACEHOLDER_HOST =
  /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid)$|(?:^|\.)(?:your|my)-?(?:domain|site|website|company|shop)\./;

/** What is wrong with a link as it is written, as far as anybody can tell without opening it. */
export const flawOf = (href: string, isLocalStage: boolean): LinkFlaw | undefined => {
  const written = href.trim();
  if (written === '' || written === '#') return 'empty';
  const [fixed = ''] = written.split(LIQUID);
  if (OTHER_THAN_WEB.test(fixed)) return undefined;
  if (fixed !== written && !WHOLE_HOST.test(fixed)) return /^http:/i.test(fixed) ? 'not_https' : undefined;
  return WEB.test(fixed) && URL.canParse(fixed) ? flawOfUrl(new URL(fixed), isLocalStage) : 'unreadable';
};

const flawOfUrl = ({ protocol, hostname }: URL, isLocalStage: boolean): LinkFlaw | undefined => {
  if (LOCAL_HOST.test(hostname)) return isLocalStage ? undefined : 'local';
  if (PLACEHOLDER_HOST.test(hostname)) return 'placeholder';
  return protocol === 'https:' ? undefined : 'not_https';
};

const MOST_SHOWN = 20;
const LONGEST_SHOWN = 200;

const words: Readonly<Record<LinkFlaw, string>> = {
  empty: 'leading nowhere',
  unreadable: 'no address',
  not_https: 'not https',
  local: 'leading to a computer that readers cannot reach',
  placeholder: 'still a placeholder',
};

/** Looks at the links of a mail. None is opened: a link may be there for one recipient only, and a click counts. */
export const checkLinks = (hrefs: readonly string[], isLocalStage: boolean): Check => {
  const id = 'links';
  const flawed = [...new Set(hrefs)].flatMap((href) => {
    const flaw = flawOf(href, isLocalStage);
    return flaw ? [{ href: href.slice(0, LONGEST_SHOWN), flaw }] : [];
  });
  const data = { links: hrefs.length, flawed: flawed.slice(0, MOST_SHOWN) };
  if (flawed.length === 0) return fine({ id, found: 'fine', title: `Links that look right: ${hrefs.length}.`, data });
  const flaws = [...new Set(flawed.map(({ flaw }) => words[flaw]))];
  return warning({
    id,
    found: 'flawed',
    title: `Links that want a look: ${flawed.length} (${flaws.join(', ')}).`,
    advice: `Mend them in the template: ${flawed
      .slice(0, 3)
      .map(({ href }) => (href.trim() === '' ? '(empty)' : href))
      .join(' · ')}`,
    data,
  });
};
