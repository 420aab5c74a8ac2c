import { mailboxesOf, readHeaders, textOf, valuesOf } from './headers.ts';

const read = (text: string) => readHeaders(Buffer.from(text));

describe('readHeaders', () => {
  it.each([
    ['CRLF', 'From: a@b.example\r\nSubject: one\r\n two\r\n\r\nBody: not a header'],
    ['LF', 'From: a@b.example\nSubject: one\n two\n\nBody: not a header'],
  ])('unfolds headers with %s and finds the body', (_, raw) => {
    const { headers, bodyStart } = read(raw);

    expect(headers.map(({ name, value }) => [name, value])).toEqual([
      ['From', 'a@b.example'],
      ['Subject', 'one two'],
    ]);
    expect(raw.slice(bodyStart)).toBe('Body: not a header');
  });

  it('decodes encoded words, also when they are split between two', () => {
    const { headers } = read(
      'Subject: =?UTF-8?B?7JWI64WV?=\r\n =?UTF-8?B?7ZWY7IS47JqU?=\r\nTo: =?utf-8?q?=EA=B9=80?= <k@x.example>\r\n\r\n',
    );

    expect(textOf(headers, 'subject')).toBe('안녕하세요');
    expect(mailboxesOf(headers, 'TO')).toEqual(['김 <k@x.example>']);
    expect(valuesOf(headers, 'Cc')).toEqual([]);
  });

  it.each([
    [': nobody\r\n\r\n', 'Empty header names are illegal.'],
    ['From a@b.example\r\n\r\n', "Illegal header 'From a@b.example'."],
    ['제목: x\r\n\r\n', "Illegal header '제목'."],
    ['Subject: one\rBcc: eve@x.example\r\n\r\n', "Header 'Subject' contains an illegal newline."],
    [`X: ${'a'.repeat(1024 * 1024)}\r\n\r\n`, 'Header section too long.'],
  ])('refuses %.30j', (raw, problem) => {
    expect(() => read(raw)).toThrow(problem);
  });

  it('finds no header in a message that begins with its body', () => {
    expect(read('\r\n\r\nSubject: x')).toMatchObject({ headers: [] });
    expect(read('')).toMatchObject({ headers: [] });
  });
});
