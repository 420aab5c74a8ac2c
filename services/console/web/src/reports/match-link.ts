import type { Links } from './model.ts';

type Link = Links['items'][number];

/**
 * Finds the figures of a link of a mail. Feedback counts links without anything personal: places in a page are left out, `*` stands for what
 * differs from person to person, and `?…` for queries of which there were too many.
 */
export const linkFinder = (links: readonly Link[]): ((href: string) => Link | undefined) => {
  const patterns = links.flatMap((link) => {
    const pattern = patternOf(link.link);
    return pattern === undefined ? [] : [{ link, pattern }];
  });
  return (href) => {
    if (href === SAMPLE_UNSUBSCRIBE) return links.find(({ link }) => link.endsWith(UNSUBSCRIBE));
    const url = URL.canParse(href) ? new URL(href) : undefined;
    return url && patterns.find(({ pattern }) => fits(pattern, url))?.link;
  };
};

/** Everybody's own link stands behind this one in previews of campaigns. */
const SAMPLE_UNSUBSCRIBE = 'https://example.com/unsubscribe';
const UNSUBSCRIBE = '/unsubscribe/*';

interface Pattern {
  readonly place: string;
  readonly path: readonly string[];
  /** `any` for one that stands for all queries. */
  readonly query: readonly (readonly [string, string])[] | 'any';
}

const ANY_QUERY = '?…';
const PERSONAL = '*';

const patternOf = (link: string): Pattern | undefined => {
  const isAny = link.endsWith(ANY_QUERY);
  const text = isAny ? link.slice(0, -ANY_QUERY.length) : link;
  if (!URL.canParse(text)) return undefined;
  const { origin, pathname, searchParams } = new URL(text);
  return { place: origin, path: pathname.split('/'), query: isAny ? 'any' : [...searchParams] };
};

const fits = ({ place, path, query }: Pattern, url: URL): boolean => {
  const parts = url.pathname.split('/');
  const isSamePath = path.length === parts.length && path.every((part, n) => isSame(part, parts[n]));
  if (place !== url.origin || !isSamePath) return false;
  const given = [...url.searchParams];
  if (query === 'any') return true;
  return query.length === given.length && query.every(([key, value], n) => isPair([key, value], given[n]));
};

const isPair = ([key, value]: readonly [string, string], given: readonly [string, string] | undefined): boolean =>
  given !== undefined && isSame(key, given[0]) && isSame(value, given[1]);

const isSame = (pattern: string, given: string | undefined): boolean => pattern === PERSONAL || pattern === given;
