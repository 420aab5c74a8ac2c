import { linkFinder } from './match-link.ts';

const link = (text: string, clicks = 1) => ({ link: text, clicks, machine: 0 });

describe('the figures of a link of a mail', () => {
  it.each([
    { counted: 'https://shop.example.com/sale', href: 'https://shop.example.com/sale#top' },
    { counted: 'https://shop.example.com/', href: 'https://shop.example.com' },
    { counted: 'https://shop.example.com/for/*/sale', href: 'https://shop.example.com/for/4711/sale' },
    { counted: 'https://shop.example.com/sale?id=*&from=mail', href: 'https://shop.example.com/sale?id=&from=mail' },
    { counted: 'https://shop.example.com/sale?…', href: 'https://shop.example.com/sale?any=thing&at=all' },
    { counted: 'https://mail.example.com/api/audience/unsubscribe/*', href: 'https://example.com/unsubscribe' },
  ])('$href is counted as $counted', ({ counted, href }) => {
    const find = linkFinder([link('https://other.example.com/sale'), link(counted, 7)]);

    expect(find(href)?.clicks).toBe(7);
  });

  it.each([
    'https://shop.example.com/sale/more',
    'https://shop.example.com/sale?from=web',
    'http://shop.example.com/sale?from=mail',
    '{{ not_a_link }}',
  ])('%s is another one', (href) => {
    expect(linkFinder([link('https://shop.example.com/sale?from=mail')])(href)).toBeUndefined();
  });
});
