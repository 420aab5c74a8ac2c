import fc from 'fast-check';
import PostalMime from 'postal-mime';

import { addressHeader, describedHeader, oneLine, textHeader } from './header-text.ts';
import { anyText } from './testing/values.ts';

const read = (header: string) => PostalMime.parse(`${header}\r\n\r\n`);
const line = anyText.map((text) => oneLine(text.toWellFormed()));

it('writes subjects that are read as they were', async () => {
  await fc.assert(
    fc.asyncProperty(line, async (text) => {
      const { subject, headers } = await read(textHeader('Subject', text));

      expect([subject ?? '', headers.length]).toEqual([text, 1]);
    }),
  );
});

it('writes names that are read as they were', async () => {
  await fc.assert(
    fc.asyncProperty(line, async (name) => {
      const { from } = await read(addressHeader('From', name, 'news@example.com'));

      expect(from).toEqual({ name, address: 'news@example.com' });
    }),
  );
});

it('keeps header lines short', () => {
  fc.assert(
    fc.property(line, (text) => {
      const headers = [
        textHeader('Subject', text),
        addressHeader('From', text, 'news@example.com'),
        describedHeader('List-Id', text, 'lst-1.example.com'),
      ];

      expect(headers.flatMap((header) => header.split('\r\n')).filter((each) => !/^[ -~]{1,76}$/.test(each))).toEqual(
        [],
      );
    }),
  );
});

it('begins every line but the first with a space and something behind it', () => {
  fc.assert(
    fc.property(line, (text) => {
      const [, ...folded] = textHeader('Subject', text).split('\r\n');

      expect(folded.filter((each) => !/^ \S/.test(each))).toEqual([]);
    }),
  );
});

it('lets a value that looks like an encoded word be read as it is written', async () => {
  const { subject } = await read(textHeader('Subject', 'Hi =?UTF-8?B?QmNjOiBldmVAZXhhbXBsZS5jb20=?='));

  expect(subject).toBe('Hi =?UTF-8?B?QmNjOiBldmVAZXhhbXBsZS5jb20=?=');
});

it('quotes what is unusual before the @', () => {
  expect(addressHeader('To', '', 'a..b@example.com')).toBe('To: <"a..b"@example.com>');
});
