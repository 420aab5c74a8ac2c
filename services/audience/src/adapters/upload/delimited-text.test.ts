import { Readable } from 'node:stream';

import { delimiterOf } from './delimited-text.ts';

const opened = async (text: string) => {
  const { delimiter, text: whole } = await delimiterOf(Readable.from(Array.from(text)), undefined);
  let read = '';
  for await (const piece of whole) read += piece;
  return { delimiter, text: read };
};

it.each([
  ['the headers', 'email;name\nada@example.com;a, b, c\n', ';'],
  ['headers below a title', '\nPeople\n\nemail|name\nada@example.com|a, b, c\n', '|'],
  ['headers with delimiters in them', '"a, b, c;\nd",email\tname\tcity\n', '\t'],
  ['what the file says', 'sep=;\nemail,name,city;x\n', ';'],
  ['nothing', 'email\nada@example.com\n', ','],
])('tells the delimiter by %s, however little arrives at a time', async (_, text, delimiter) => {
  expect((await opened(text)).delimiter).toBe(delimiter);
});

it('ends every line with a line feed, wherever its pieces meet', async () => {
  expect((await opened('a\rb\r\nc\n\r"d\r\n\re"\r')).text).toBe('a\nb\nc\n\n"d\n\ne"\n');
});
