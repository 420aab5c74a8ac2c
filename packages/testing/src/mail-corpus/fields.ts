type Fields = Readonly<Record<string, string>>;

const plain: Fields = {
  name: 'Ann',
  first_name: 'Ann',
  city: 'Paris',
  url: 'https://shop.example/a?b=1&c=2',
  customer: '1234',
  html: '<b>bold</b> <p>new</p>',
};

/** Recipients as they come, and as they should not. The first are alike, so that they share what can be shared. */
export const fieldsOfMany: readonly Fields[] = [
  plain,
  { ...plain, name: 'Bob', city: 'Berlin' },
  {
    ...plain,
    name: 'Christopher Alexander Maximilian the Third of Somewhere',
    city: 'Llanfairpwllgwyngyllgogerychwyrndrobwll',
  },
  {},
  {},
  { ...plain, vip: 'yes' },
  { ...plain, vip: 'yes', name: 'Eve' },
  { ...plain, name: '김민수', city: '서울특별시', customer: '고객' },
  { ...plain, name: 'محمد', city: 'القدس' },
  { ...plain, name: '🎉 👩‍👩‍👧‍👦', city: '🚀'.repeat(40) },
  { ...plain, name: '', city: '   ' },
  { ...plain, name: '', city: '\t\n' },
  { ...plain, name: '  two  spaces  ', city: 'one\r\ntwo\rthree\nfour' },
  { ...plain, name: 'x\r\nBcc: eve@example.com\r\n\r\n<p>body</p>', city: '\r' },
  { ...plain, name: '\n\n', city: '\nx\r' },
  { ...plain, name: '<script>&amp;"\'=?=', city: '&lt;' },
  { ...plain, name: '.', city: '..\n.\n', url: '.' },
  { ...plain, name: '=3D=\r\n=', city: 'a=b', url: '=' },
  { ...plain, name: 'w'.repeat(1_500), city: 'two words '.repeat(60) },
  { ...plain, url: 'mailto:eve@example.com', name: '#name' },
  { ...plain, url: '#anchor', customer: '' },
  { ...plain, url: 'click', name: 'here' },
  { ...plain, url: 'javascript:alert("x")', html: '</div></body><p title="' },
  { ...plain, url: 'https://x.example/', customer: '1"><b>' },
  { ...plain, name: '\uE0001\uE001', city: '\uE000' },
  { ...plain, name: '\uDE00half', city: 'half\uD83D' },
  { ...plain, name: 'a\0b\u0007c\u2028d', city: '\u200B\u00A0\u3000' },
  { ...plain, name: 'lt;', city: 'b', customer: '65' },
  plain,
];
