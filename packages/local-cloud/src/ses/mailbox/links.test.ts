import { clickableLinks } from './links.ts';

describe('clickableLinks', () => {
  it.each([
    ['<a href="https://x.example/a?b=1&amp;c=2">Go</a>', ['https://x.example/a?b=1&c=2']],
    ["<A class='b' HREF='http://x.example'><img></A>", ['http://x.example']],
    ['<a href="https://x.example/unsubscribe?t=1">Leave</a>', []],
    ['<a href="https://x.example/u">Unsubscribe</a>', []],
    ['<a href="https://x.example/u">수신 거부</a>', []],
    ['<a href="mailto:a@b.example">Write</a><a href="#top">Up</a>', []],
    ['<p>https://x.example</p>', []],
  ])('of %s', (html, links) => {
    expect(clickableLinks(html)).toEqual(links);
  });

  it('leaves out what List-Unsubscribe names', () => {
    const html = '<a href="https://x.example/p/7">Settings</a><a href="https://x.example/new">New</a>';

    expect(clickableLinks(html, '<mailto:u@x.example>, <https://x.example/p/7>')).toEqual(['https://x.example/new']);
  });
});
