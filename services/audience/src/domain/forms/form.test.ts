import { formOf } from '../../testing/in-memory-forms.ts';
import { checkForm, wordsOfConsent } from './form.ts';
import { networkOf } from './network.ts';
import { mailboxOf } from './submission.ts';

describe('checkForm', () => {
  it.each([
    ['a website', { origins: ['https://www.example.com', 'https://example.com:8443'] }],
    ['a page on a laptop', { origins: ['http://localhost:3000', 'http://127.0.0.1'] }],
    ['a page of thanks on the website', { redirectUrl: 'https://www.example.com/thanks?from=footer' }],
  ])('takes %s', (_, said) => {
    expect(checkForm(formOf(said)).ok).toBe(true);
  });

  it.each([
    'http://www.example.com',
    'https://www.example.com/',
    'https://www.example.com/page',
    'https://WWW.example.com',
    'https://*.example.com',
    'https://user@example.com',
    'http://localhost.example.com',
    'null',
    '*',
  ])('refuses the origin %s', (origin) => {
    expect(checkForm(formOf({ origins: ['https://example.com', origin] }))).toEqual({
      ok: false,
      problem: { kind: 'origin_unusable', origin },
    });
  });

  it.each([
    'https://elsewhere.example/thanks',
    'https://www.example.com.elsewhere.example/',
    '//www.example.com/thanks',
    'javascript:alert(1)',
    '/thanks',
  ])('sends nobody to %s', (redirectUrl) => {
    expect(checkForm(formOf({ redirectUrl }))).toEqual({ ok: false, problem: { kind: 'redirect_elsewhere' } });
  });

  it.each(['email', 'Address', 'homepage'])('refuses a field called %s', (field) => {
    expect(checkForm(formOf({ fields: ['name', field] }))).toMatchObject({ ok: false, problem: { field } });
  });
});

it('has words to agree to in both languages, unless the team says its own', () => {
  expect(wordsOfConsent(formOf({ language: 'en' }), 'News')).toContain('“News”');
  expect(wordsOfConsent(formOf({ language: 'ko' }), '소식지')).toContain('‘소식지’');
  expect(wordsOfConsent(formOf({ texts: { consent: 'Yes!' } }), 'News')).toBe('Yes!');
});

it.each([
  ['ada@example.com', 'ada@example.com'],
  ['ada+news@example.com', 'ada@example.com'],
  ['a.da@example.com', 'a.da@example.com'],
  ['a.d.a+x+y@gmail.com', 'ada@gmail.com'],
  ['ada@googlemail.com', 'ada@gmail.com'],
])('has %s in the mailbox %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
