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

  it('refuses a name that would begin another header', () => {
    expect(checkSender({ name: 'Ada\nBcc: b@example.com', address: 'a@example.com' })).toEqual({
      ok: false,
      problem: { kind: 'sender_name_unusable' },
    });
  });
});
