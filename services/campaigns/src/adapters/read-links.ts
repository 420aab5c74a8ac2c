import { Parser } from 'htmlparser2';

const LINKS = new Set(['a', 'area']);

/** The `href` of every link, in order. An `<a>` without one is a place, not a link. */
export const readLinks = (html: string): readonly string[] => {
  const hrefs: string[] = [];
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (LINKS.has(name) && href !== undefined) hrefs.push(href);
    },
  });
  parser.end(html);
  return hrefs;
};
