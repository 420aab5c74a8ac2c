import fc from 'fast-check';

import { GMAIL_CLIPS_AT, hintsOf } from './hints.ts';

const LEAVE = '<a href="{{ unsubscribe_url }}">Leave</a>';
const DARK = '<style>@media (prefers-color-scheme: dark) { p { color: #fff } }</style>';
const named = (html: string, subject = 'News of November') =>
  hintsOf({ subject, html: `${DARK}${html}${LEAVE}`, text: '' }).map(({ hint }) => hint);

it('finds nothing about a plain good mail', () => {
  expect(named('<p>Hello</p><a href="https://bulkhead.dev/news">Read on</a>')).toEqual([]);
});

it.each([
  [
    'pictures_without_words',
    '<img src="a.png"><p>words words words words words words words words words words words</p>',
  ],
  ['mostly_pictures', '<img src="a.png" alt="A">'],
  ['link_shows_other_address', '<a href="https://evil.test/login">www.mybank.com</a>'],
  ['short_links', '<a href="https://bit.ly/abc">News</a>'],
  ['insecure_links', '<a href="http://bulkhead.dev">News</a>'],
  ['empty_links', '<a href="#">News</a>'],
  ['placeholder_links', '<a href="https://example.com/sale">Sale</a>'],
  ['active_content', '<form action="https://bulkhead.dev"></form>'],
])('says %s', (hint, html) => {
  expect(named(html)).toEqual([hint]);
});

it.each([
  ['subject_capitals', 'BUY THIS NOW'],
  ['subject_exclamations', 'Last day!!'],
  ['subject_long', 'A subject that goes on and on until nobody on any telephone can see how it ends'],
  ['fake_reply', 'Re: your order'],
  ['subject_missing', '  '],
])('says %s of a subject', (hint, subject) => {
  expect(named('<p>Hello</p>', subject)).toEqual([hint]);
});

it('takes a link whose text is its own address, or that of the whole site, for what it says', () => {
  expect(
    named('<a href="https://www.bulkhead.dev/a">bulkhead.dev</a><a href="https://news.bulkhead.dev">bulkhead.dev</a>'),
  ).toEqual([]);
});

it('misses the way to leave', () => {
  expect(hintsOf({ subject: 'News', html: `${DARK}<p>Hello</p>`, text: '' }).map(({ hint }) => hint)).toEqual([
    'no_unsubscribe',
  ]);
});

it('says of every mail that is longer than Gmail shows, and of no other, that it is clipped', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), fc.constantFrom('a', '가'), (beside, letter) => {
      const size = new TextEncoder().encode(letter).length;
      const html = letter.repeat(Math.floor((GMAIL_CLIPS_AT + beside) / size));

      const isClipped = hintsOf({ subject: 'News', html, text: '' }).some(({ hint }) => hint === 'clipped');

      expect(isClipped).toBe(html.length * size > GMAIL_CLIPS_AT);
    }),
  );
});

it('puts what must be mended first', () => {
  const levels = hintsOf({ subject: 'RE: BUY THIS NOW!!', html: '<a href="http://bit.ly/a">a</a>', text: '' }).map(
    ({ level }) => level,
  );

  expect(levels).toEqual(levels.toSorted().toReversed());
});
