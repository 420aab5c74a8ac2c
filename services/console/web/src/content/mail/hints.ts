/** What may keep a mail from being read, and what was found. `warn`: mend it; `note`: think about it. */
export interface Hint {
  readonly hint: HintName;
  readonly level: 'warn' | 'note';
  readonly count?: number;
  readonly sample?: string;
}

export type HintName =
  | 'clipped'
  | 'nearly_clipped'
  | 'no_unsubscribe'
  | 'pictures_without_words'
  | 'mostly_pictures'
  | 'link_shows_other_address'
  | 'short_links'
  | 'insecure_links'
  | 'empty_links'
  | 'placeholder_links'
  | 'active_content'
  | 'subject_missing'
  | 'subject_long'
  | 'subject_capitals'
  | 'subject_exclamations'
  | 'fake_reply'
  | 'no_dark';

export interface Mail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Gmail shows no more of a mail than this, and hides the link to leave with the rest. */
export const GMAIL_CLIPS_AT = 102 * 1_024;
const NEARLY = 0.85 * GMAIL_CLIPS_AT;
/** What most mailboxes show of a subject. */
const LONG_SUBJECT = 70;
/** Fewer letters for each picture look like a mail that hides its words from filters. */
const WORDS_PER_PICTURE = 60;

const SHORTENERS = /^(?:www\.)?(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|me2\.do|han\.gl|vo\.la|buly\.kr)$/i;
const PLACEHOLDER = /(?:^|\.)example\.(?:com|org|net)$/i;

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Hints about a mail, what weighs most first. What is only found by sending (reputation, DNS) is the preflight's. */
export const hintsOf = (mail: Mail): readonly Hint[] =>
  [...aboutSize(mail), ...aboutContent(mail), ...aboutLinks(mail), ...aboutSubject(mail)].toSorted(
    (one, other) => Number(other.level === 'warn') - Number(one.level === 'warn'),
  );

const found = (isFound: boolean, hint: Hint): readonly Hint[] => (isFound ? [hint] : []);

const aboutSize = ({ html }: Mail): readonly Hint[] => {
  const bytes = bytesOf(html);
  if (bytes > GMAIL_CLIPS_AT) return [{ hint: 'clipped', level: 'warn', count: bytes }];
  return found(bytes > NEARLY, { hint: 'nearly_clipped', level: 'note', count: bytes });
};

const aboutContent = ({ html }: Mail): readonly Hint[] => {
  const pictures = html.match(/<img\b[^>]*>/gi) ?? [];
  const wordless = pictures.filter((picture) => !/\balt\s*=/i.test(picture));
  const letters = wordsIn(html).length;
  return [
    ...found(!/\bunsubscribe_url\b|\/unsubscribe\b/.test(html), { hint: 'no_unsubscribe', level: 'warn' }),
    ...found(/<(?:script|form|iframe|object|embed|video)\b|\son\w+\s*=\s*["']/i.test(html), {
      hint: 'active_content',
      level: 'warn',
    }),
    ...found(wordless.length > 0, { hint: 'pictures_without_words', level: 'warn', count: wordless.length }),
    ...found(pictures.length > 0 && letters < pictures.length * WORDS_PER_PICTURE, {
      hint: 'mostly_pictures',
      level: 'note',
      count: pictures.length,
    }),
    ...found(!/prefers-color-scheme\s*:\s*dark/i.test(html), { hint: 'no_dark', level: 'note' }),
  ];
};

/** What a reader sees of HTML, roughly: without styles, tags and what stands before the body. */
const wordsIn = (html: string): string =>
  html
    .replace(/<head\b[^]*?<\/head>/i, '')
    .replaceAll(/<!--[^]*?-->|<style\b[^]*?<\/style>|<[^>]+>/gi, ' ')
    .replaceAll(/&[a-z#0-9]+;|\s+/gi, ' ')
    .trim();

interface Link {
  readonly href: string;
  readonly shown: string;
}

const linksIn = (html: string): readonly Link[] =>
  [...html.matchAll(/<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>([^]*?)<\/a>/gi)].map(
    ([, double, single, inner = '']) => ({ href: (double ?? single ?? '').trim(), shown: wordsIn(inner) }),
  );

const hostOf = (address: string): string | undefined =>
  /^(?:https?:)?\/\/([^/:?#\s]+)/i.exec(address)?.[1]?.toLowerCase();

const isOther = ({ href, shown }: Link): boolean => {
  const says = /^(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?:[/?#]\S*)?$/i.exec(shown)?.[1]?.toLowerCase();
  const goes = hostOf(href);
  if (says === undefined || goes === undefined || goes.includes('{')) return false;
  const bare = (host: string): string => host.replace(/^www\./, '');
  return bare(says) !== bare(goes) && !bare(goes).endsWith(`.${bare(says)}`);
};

const aboutLinks = ({ html }: Mail): readonly Hint[] => {
  const links = linksIn(html);
  const which = (hint: HintName, level: Hint['level'], is: (link: Link) => boolean): readonly Hint[] => {
    const those = links.filter(is);
    const [first] = those;
    return first === undefined ? [] : [{ hint, level, count: those.length, sample: first.href || first.shown }];
  };
  return [
    ...which('link_shows_other_address', 'warn', isOther),
    ...which('empty_links', 'warn', ({ href }) => href === '' || href === '#'),
    ...which('short_links', 'warn', ({ href }) => SHORTENERS.test(hostOf(href) ?? '')),
    ...which('insecure_links', 'note', ({ href }) => /^http:/i.test(href)),
    ...which(
      'placeholder_links',
      'note',
      ({ href }) => PLACEHOLDER.test(hostOf(href) ?? '') && !href.endsWith('/unsubscribe'),
    ),
  ];
};

const aboutSubject = ({ subject }: Mail): readonly Hint[] => {
  const plain = subject.replaceAll(/\{[{%][^]*?[}%]\}/g, '').trim();
  const { length } = Array.from(plain);
  const letters = plain.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const capitals = plain.match(/\p{Lu}/gu) ?? [];
  const exclamations = plain.match(/[!！]/g) ?? [];
  return [
    ...found(subject.trim() === '', { hint: 'subject_missing', level: 'warn' }),
    ...found(length > LONG_SUBJECT, { hint: 'subject_long', level: 'note', count: length }),
    ...found(letters.length >= 8 && capitals.length / letters.length > 0.7, {
      hint: 'subject_capitals',
      level: 'warn',
    }),
    ...found(exclamations.length > 1, { hint: 'subject_exclamations', level: 'warn', count: exclamations.length }),
    ...found(/^\s*(?:re|fwd?|회신|전달)\s*:/i.test(subject), { hint: 'fake_reply', level: 'warn' }),
  ];
};
