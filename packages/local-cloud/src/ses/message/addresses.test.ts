import { addressOf, checkedAddress, splitAddresses } from './addresses.ts';

describe('splitAddresses', () => {
  it.each([
    ['a@b.example, c@d.example', ['a@b.example', 'c@d.example']],
    ['"Doe, Jane" <jane@x.example>, b@c.example', ['"Doe, Jane" <jane@x.example>', 'b@c.example']],
    [String.raw`"a \" , b" <q@x.example>`, [String.raw`"a \" , b" <q@x.example>`]],
    ['', []],
    [' , a@b.example,', ['a@b.example']],
  ])('splits %s', (list, mailboxes) => {
    expect(splitAddresses(list)).toEqual(mailboxes);
  });
});

describe('addressOf', () => {
  it.each([
    ['ann@x.example', 'ann@x.example'],
    ['Ann <ann@x.example>', 'ann@x.example'],
    ['"<fake@x.example>" <ann@x.example>', 'ann@x.example'],
    ['=?UTF-8?B?7JWI?= <ann@x.example>', 'ann@x.example'],
    ['"a b"@x.example', '"a b"@x.example'],
  ])('of %s', (mailbox, address) => {
    expect(addressOf(mailbox)).toBe(address);
  });
});

describe('checkedAddress', () => {
  it.each(["o'neil+a.b=c@mail.example", 'A_B-c@x-y.example', '"a b"@x.example', '{x}|~!#$%&*/?^`@x.example'])(
    'takes %s',
    (address) => {
      expect(checkedAddress(address)).toBe(address);
    },
  );

  it.each([
    ['', "Missing final '@domain'"],
    ['ann', "Missing final '@domain'"],
    ['@x.example', 'Missing local name'],
    ['ann@', 'Missing domain'],
    ['ann@x.example.', 'Missing domain'],
    ['a b@x.example', 'Local address contains control or whitespace'],
    ['ann\r\nBcc: eve@x.example', 'Local address contains control or whitespace'],
    ['안@x.example', 'Local address contains control or whitespace'],
    ['.ann@x.example', 'Local address starts with dot'],
    ['ann.@x.example', 'Local address ends with dot'],
    ['a..b@x.example', 'Local address contains dot-dot'],
    ['a@b@x.example', 'Local address contains illegal character'],
    ['ann@x example', 'Domain contains control or whitespace'],
    ['ann@한국.example', 'Domain contains control or whitespace'],
    ['ann@x_y.example', 'Domain contains illegal character'],
    ['ann@.example', 'Domain starts with dot'],
    ['ann@x..example', 'Domain contains dot-dot'],
    [`${'a'.repeat(320)}@x.example`, 'Address length is more than 320 characters long'],
  ])('refuses %j', (address, problem) => {
    expect(() => checkedAddress(address)).toThrow(problem);
  });
});
