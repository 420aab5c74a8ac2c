import { checkSender } from './sender.ts';

describe('checkSender', () => {
  it.each([['letters@news.example.com'], ["o'neil+tag@example.co.kr"], ['news@xn--9i1b4b.example']])(
    'takes %s',
    (address) => {
      expect(checkSender({ name: '벌크헤드', address }).ok).toBe(true);
    },
  );

  it.each([
    ['no at sign', 'letters.example.com'],
    ['no domain', 'letters@'],
    ['a domain without a dot', 'letters@localhost'],
    ['two dots in a row', 'a..b@example.com'],
    ['letters that SES does not take', '편지@example.com'],
    ['an international domain in its own script', 'news@예시.example'],
    ['a second header', 'a@example.com\r\nBcc: b@example.com'],
    ['a local part that is too long', `${'a'.repeat(65)}@example.com`],
    ['a label that is too long', `a@${'b'.repeat(64)}.com`],
    ['a domain that is too long', `a@${'b.'.repeat(126)}com`],
    ['a label that ends in a hyphen', 'a@example.co-'],
    ['a line break at its end', 'a@example.com\n'],
    ['a display name', 'Ada <ada@example.com>'],
  ])('refuses an address with %s', (_, address) => {
    expect(checkSender({ address })).toEqual({
      ok: false,
      problem: { kind: 'address_unusable', field: 'from.address' },
    });
  });

  it('refuses a reply address that nobody can reply to', () => {
    expect(checkSender({ address: 'a@example.com' }, 'nowhere')).toEqual({
      ok: false,
      problem: { kind: 'address_unusable', field: 'replyTo' },
    });
  });

  it.each([
    ['a line break: it would begin another header', 'Ada\nBcc: b@example.com'],
    ['a control character', 'Ada\u0000'],
    ['a control character beyond ASCII', 'Ada\u0085'],
    ['a line separator', 'Ada\u2028Lovelace'],
    ['half a character', 'Ada \uD83D'],
  ])('refuses a name with %s', (_, name) => {
    expect(checkSender({ name, address: 'a@example.com' })).toEqual({
      ok: false,
      problem: { kind: 'sender_name_unusable' },
    });
  });

  it.each([
    ['a space of no width', 'Pay\u200BPal'],
    ['an override of its direction', 'Bank \u202Eknab'],
    ['an isolate of its direction', '\u2066Bank\u2069'],
    ['a mark of direction', 'Bank\u200F'],
    ['a byte order mark', '\uFEFFBank'],
    ['a soft hyphen', 'Ba\u00ADnk'],
    ['a word joiner', 'Ba\u2060nk'],
    ['a letter that fills nothing', 'Bank\u3164'],
    ['a joiner between letters that need none', 'Pay\u200DPal'],
    ['a non-joiner at its beginning', '\u200CBank'],
    ['tags', 'Bank\u{E0041}'],
  ])('refuses a name with %s, which nobody sees', (_, name) => {
    expect(checkSender({ name, address: 'a@example.com' })).toEqual({
      ok: false,
      problem: { kind: 'sender_name_deceptive' },
    });
  });

  it.each([
    ['Korean', '벌크헤드 뉴스레터'],
    ['Arabic', 'مكتبة الإسكندرية'],
    ['Persian, which is spelt with a non-joiner', 'نامه\u200Cهای هفته'],
    ['Hindi, which is spelt with a joiner', 'क्\u200Dष'],
    ['a family', 'The \u{1F468}\u200D\u{1F469}\u200D\u{1F467} Letter'],
    ['a heart on fire', '\u2764\uFE0F\u200D\u{1F525}'],
    ['accents, composed or not', 'Zoë & Zoe\u0308, Inc.'],
    ['quotation marks and a comma', '"Ada", \\ Lovelace'],
  ])('takes a name in %s', (_, name) => {
    expect(checkSender({ name, address: 'a@example.com' }).ok).toBe(true);
  });
});
