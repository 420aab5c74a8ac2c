import fc from 'fast-check';

import { MOST_LINKS, numberingLinks, numberOfLink, OTHER_LINKS } from './run-links.ts';

const BASE = 'https://books.example';
const variants = (count: number) => Array.from({ length: count }, (_, n) => `${BASE}/?v=${n}`);

it('numbers links in the order in which they come, each once', () => {
  const known = numberingLinks([], [`${BASE}/a`, `${BASE}/b`, `${BASE}/a`]);

  expect([`${BASE}/b`, `${BASE}/a`].map((link) => numberOfLink(known, link))).toEqual([1, 0]);
});

it('answers with the same if there is nothing to number', () => {
  const known = [`${BASE}/a`];

  expect(numberingLinks(known, [`${BASE}/a`])).toBe(known);
});

it('counts together what differs in nothing but its query, from the 21st on', () => {
  const known = numberingLinks([], variants(1_000));

  expect(known).toHaveLength(21);
  expect(numberOfLink(known, variants(20).at(-1))).toBe(19);
  expect(numberOfLink(known, variants(999).at(-1))).toBe(20);
  expect(known[20]).toBe(`${BASE}/?…`);
});

it('has no more than a hundred, and counts the others together; ten million links are no more', () => {
  const known = numberingLinks(
    [],
    Array.from({ length: 5_000 }, (_, n) => `${BASE}/${n}`),
  );

  expect(known).toHaveLength(MOST_LINKS);
  expect(numberOfLink(known, `${BASE}/4999`)).toBe(OTHER_LINKS);
});

it('counts what is no link of the web with the others', () => {
  expect(numberOfLink([`${BASE}/a`], undefined)).toBe(OTHER_LINKS);
});

it('never changes the number of a link, whatever comes after it', () => {
  const aLink = fc.oneof(
    fc.nat(120).map((n) => `${BASE}/${n}`),
    fc.nat(60).map((n) => `${BASE}/?v=${n}`),
  );
  fc.assert(
    fc.property(fc.array(aLink, { maxLength: 200 }), fc.array(aLink, { maxLength: 200 }), (first, later) => {
      const known = numberingLinks([], first);

      const grown = numberingLinks(numberingLinks(known, later), first);

      expect(first.map((link) => numberOfLink(grown, link))).toEqual(first.map((link) => numberOfLink(known, link)));
    }),
  );
});
