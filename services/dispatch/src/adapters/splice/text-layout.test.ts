import { markFor } from './inert-value.ts';
import { layOutText } from './text-layout.ts';

const LETTER = ['<p>Dear ', ',</p><p>your city is ', '. <a href="', '">Unsubscribe</a></p>'];

it('lays out paragraphs with values once', () => {
  expect(layOutText(LETTER)?.fixed).toEqual(['', '\n\n', '']);
});

it('fills and wraps the paragraphs', () => {
  const values = ['Ann', 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', 'https://x.example/u'];

  expect(layOutText(LETTER)?.fill(values)).toEqual([
    'Dear Ann,',
    'your city is Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch.\nUnsubscribe <https://x.example/u>',
  ]);
});

it.each([
  ['a link whose text is its address', ['<a href="', '">', '</a>'], ['https://x.example/', 'https://x.example/']],
  ['a link that becomes an address to write to', ['<a href="', '">write</a>'], ['mailto:ann@example.com']],
  ['a link that leads nowhere else', ['<a href="', '">up</a>'], ['#top']],
])('leaves to html-to-text what a value changes beyond words: %s', (_, html, values) => {
  expect(layOutText(html)?.fill(values)).toBeUndefined();
});

it.each([
  ['in a tag', ['<p ', '>x</p>']],
  ['as a tag', ['<', '>x']],
  ['in an attribute without quotes', ['<a href=', '>x</a>']],
  ['in a list', ['<ul><li>', '</li></ul>']],
  ['in a quotation', ['<blockquote>', '</blockquote>']],
  ['in preformatted text', ['<pre>', '</pre>']],
  ['in the number of a list', ['<ol start="', '"><li>x</li></ol>']],
  ['behind half a character reference', ['<p>&#', ';</p>']],
  ['at the end of a comment', ['<!-- ', '-> x -->']],
  ['in HTML that is not closed', ['<p title="', ' x']],
  ['beside private characters', [`<p>${markFor(0)}`, '</p>']],
])('lays nothing out that values could change: %s', (_, html) => {
  expect(layOutText(html)).toBeUndefined();
});

it.each([
  ['text', ['<p>', '</p>']],
  ['a quoted attribute', ['<p title="', '">x</p>']],
  ['a comment', ['<p>x</p><!-- ', ' -->']],
  ['a style sheet', ['<style>p { color: ', ' }</style><p>x</p>']],
  ['a table', ['<table><tr><td>', '</td></tr></table>']],
  ['bold text', ['<p>a <b>', '</b>!</p>']],
])('lays out values in %s', (_, html) => {
  expect(layOutText(html)).toBeDefined();
});
