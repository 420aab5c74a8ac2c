import fc from 'fast-check';

import { countedLink } from './link.ts';

describe('a link as it is counted', () => {
  it.each([
    ['https://Books.Example/Autumn', 'https://books.example/Autumn'],
    ['https://books.example', 'https://books.example/'],
    [
      'https://books.example/autumn-sale-2026-everything-must-go',
      'https://books.example/autumn-sale-2026-everything-must-go',
    ],
    [
      'https://books.example/p?goodsNo=1000001234&utm_source=mail',
      'https://books.example/p?goodsNo=1000001234&utm_source=mail',
    ],
    ['https://books.example/?q=%EA%B0%80%EC%9D%84', 'https://books.example/?q=%EA%B0%80%EC%9D%84'],
    ['https://books.example/#top', 'https://books.example/'],
  ])('keeps what is the same for everybody: %s', (link, counted) => {
    expect(countedLink(link)).toBe(counted);
  });

  it.each([
    ['https://ada:secret@books.example/', 'https://books.example/'],
    ['https://books.example/?email=x', 'https://books.example/?email=*'],
    ['https://books.example/?to=ada%40mail.example', 'https://books.example/?to=*'],
    ['https://books.example/u/ada@mail.example', 'https://books.example/u/*'],
    ['https://books.example/?n=01012345678', 'https://books.example/?n=*'],
    ['https://books.example/r/9f1c2b3a-1234-4abc-9def-0123456789ab', 'https://books.example/r/*'],
    ['https://books.example/r/Zr1Y0oV8yQ2mJxkW3nTb5g', 'https://books.example/r/*'],
    ['https://api.example/api/audience/unsubscribe/short', 'https://api.example/api/audience/unsubscribe/*'],
    ['https://api.example/api/audience/preferences/abc.def', 'https://api.example/api/audience/preferences/*'],
  ])('leaves out what is personal: %s', (link, counted) => {
    expect(countedLink(link)).toBe(counted);
  });

  it.each(['mailto:ada@mail.example', 'tel:+821012345678', 'javascript:alert(1)', 'no link', ''])(
    'is none if it is no link of the web: %s',
    (link) => {
      expect(countedLink(link)).toBeUndefined();
    },
  );

  it('never holds an address, nor more than 300 characters, whatever somebody has written into it', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.emailAddress(), (url, address) => {
        const link = url.includes('?') ? `${url.split('#')[0]}&x=${encodeURIComponent(address)}` : `${url}/${address}`;

        const counted = countedLink(link) ?? '';

        expect(counted).not.toContain('@');
        expect(counted.length).toBeLessThanOrEqual(300);
      }),
    );
  });
});
