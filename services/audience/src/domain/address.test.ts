import { domainToASCII } from 'node:url';

import fc from 'fast-check';

import { normaliseAddress } from './address.ts';

const normalise = (text: string) => normaliseAddress(text, domainToASCII);

it.each([
  ['ada@example.com', 'ada@example.com'],
  ['  Ada.Lovelace@Example.COM\t', 'ada.lovelace@example.com'],
  ['\u200bada@example.com\u00a0', 'ada@example.com'],
  ['ada+news@mail.example.co.kr', 'ada+news@mail.example.co.kr'],
  ["o'brien@example.com", "o'brien@example.com"],
  ['ada@한국.example', 'ada@xn--3e0b707e.example'],
  ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
  ['ada@XN--BCHER-KVA.example', 'ada@xn--bcher-kva.example'],
])('knows %j as %s', (text, address) => {
  expect(normalise(text)).toEqual({ ok: true, value: address });
});

it.each([
  ['', 'address_missing'],
  [' \u200b ', 'address_missing'],
  ['ada\u200b@example.com', 'address_has_invisible_characters'],
  ['ada@exam\u0000ple.com', 'address_has_invisible_characters'],
  ['ada@example.com\r\nBcc: eve@example.com', 'address_has_invisible_characters'],
  ['ada lovelace@example.com', 'address_has_spaces'],
  ['ada.example.com', 'address_has_no_at'],
  ['ada@@example.com', 'address_is_more_than_one'],
  ['ada@example.com,eve@example.com', 'address_is_more_than_one'],
  ['<ada@example.com>', 'address_is_more_than_one'],
  ['김민준@example.com', 'local_part_not_ascii'],
  ['@example.com', 'local_part_malformed'],
  ['.ada@example.com', 'local_part_malformed'],
  ['ada.@example.com', 'local_part_malformed'],
  ['a..da@example.com', 'local_part_malformed'],
  ['"ada"@example.com', 'local_part_malformed'],
  [`${'a'.repeat(65)}@example.com`, 'local_part_too_long'],
  ['ada@localhost', 'domain_has_no_dot'],
  ['ada@', 'domain_malformed'],
  ['ada@example..com', 'domain_malformed'],
  ['ada@example.com.', 'domain_malformed'],
  ['ada@-example.com', 'domain_malformed'],
  ['ada@exa_mple.com', 'domain_malformed'],
  ['ada@%65xample.com', 'domain_malformed'],
  ['ada@example.com/x', 'domain_malformed'],
  ['ada@127.0.0.1', 'domain_malformed'],
  ['ada@[127.0.0.1]', 'domain_malformed'],
  [`ada@${'a'.repeat(64)}.com`, 'domain_malformed'],
  [`ada@${'abcdefghi.'.repeat(25)}com`, 'address_too_long'],
])('says of %j: %s', (text, problem) => {
  expect(normalise(text)).toEqual({ ok: false, problem });
});

const anything = fc.string({ unit: 'binary' });
const nearly = fc
  .tuple(
    fc.stringMatching(/^[A-Za-z0-9.!#+-]{1,20}$/),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('com', '한국', 'ορ.gr'),
  )
  .map(([local, domain, tld]) => `${local}@${domain}.${tld}`);

it('leaves an address alone once it is normalised', () => {
  fc.assert(
    fc.property(fc.oneof(anything, nearly, fc.emailAddress()), (text) => {
      const first = normalise(text);

      expect(first.ok ? normalise(first.value) : first).toEqual(first);
    }),
  );
});

it('lets nothing through that could end a header or begin another address', () => {
  fc.assert(
    fc.property(fc.oneof(anything, nearly), (text) => {
      const result = normalise(text);

      expect(!result.ok || /^[!-~]{1,64}@[a-z0-9.-]{3,}$/.test(result.value)).toBe(true);
    }),
  );
});

it('knows an address whatever its capitals and the spaces around it', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      expect(normalise(` ${address.toUpperCase()}\n`)).toEqual(normalise(address));
    }),
  );
});

it.each([
  ['spaces', ' '],
  ['letters that nobody sees', '\u200b'],
  ['tags, which take two code units', '\u{e0020}'],
])('is done with a cell full of %s, of which there may be a million', (_, invisible) => {
  const inside = `a${invisible.repeat(16_000)}b`;
  const around = `${invisible.repeat(9)}ada@example.com${invisible.repeat(9)}`;

  const refused = Array.from({ length: 100 }, () => normalise(inside));

  expect(refused.map(({ ok }) => ok)).not.toContain(true);
  expect(normalise(around)).toEqual({ ok: true, value: 'ada@example.com' });
});
