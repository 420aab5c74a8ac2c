import fc from 'fast-check';

import { checkDmarc, checkSpf, dmarcNames } from './dns.ts';
import { checkDkim, checkVerified, type Identity, identitiesFor } from './identity.ts';
import { flawOf } from './links.ts';
import { checkQuota, estimate } from './quota.ts';
import { checkSubject } from './subject.ts';

describe('links', () => {
  it.each([
    ['https://shop.kr/sale?a={{ id }}', undefined],
    ['{{ url }}', undefined],
    ['{% if a %}https://a.kr{% endif %}', undefined],
    ['https://{{ host }}/a', undefined],
    ['mailto:a@example.com', undefined],
    ['tel:+8221234', undefined],
    ['', 'empty'],
    [' # ', 'empty'],
    ['www.shop.kr', 'unreadable'],
    ['/sale', 'unreadable'],
    ['https://', 'unreadable'],
    ['https:// shop', 'unreadable'],
    ['javascript:alert(1)', 'unreadable'],
    ['http://shop.kr', 'not_https'],
    ['http://{{ host }}', 'not_https'],
    ['http://localhost:3000/a', 'local'],
    ['https://192.168.0.1', 'local'],
    ['http://[::1]/', 'local'],
    ['https://10.example.kr', undefined],
    ['https://www.example.com/a', 'placeholder'],
    ['https://yourdomain.com', 'placeholder'],
    ['https://myexample.com', undefined],
  ])('%s: %s', (href, flaw) => {
    expect(flawOf(href, false)).toBe(flaw);
  });

  it('may lead to the laptop on a laptop', () => {
    expect(flawOf('http://localhost:3000', true)).toBeUndefined();
  });

  it('are looked at whatever they are', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `https://${text}`),
        ),
        (href) => {
          expect(() => flawOf(href, false)).not.toThrow();
        },
      ),
    );
  });
});

describe('identities', () => {
  const said = (verification: Identity['verification'], isSigned = false): Identity => ({ verification, isSigned });

  it('are the address and its domains', () => {
    expect(identitiesFor('a@News.Shop.kr')).toEqual(['a@News.Shop.kr', 'news.shop.kr', 'shop.kr']);
  });

  it.each([
    ['the address', new Map([['a@m.shop.kr', said('Success')]]), 'ok'],
    ['a domain above', new Map([['shop.kr', said('Success')]]), 'ok'],
    [
      'a domain while the address waits',
      new Map([
        ['a@m.shop.kr', said('Pending')],
        ['m.shop.kr', said('Success')],
      ]),
      'ok',
    ],
    ['a domain that is being lost', new Map([['m.shop.kr', said('TemporaryFailure')]]), 'warn'],
    ['nothing yet', new Map([['m.shop.kr', said('Pending')]]), 'stop'],
    ['nothing', new Map(), 'stop'],
  ])('verified is %s', (...[, known, level]) => {
    expect(checkVerified('a@m.shop.kr', known)).toMatchObject({ level });
  });

  it.each([
    [true, 'ok'],
    [false, 'warn'],
  ])('signed: %s', (isSigned, level) => {
    expect(checkDkim('a@shop.kr', new Map([['shop.kr', said('Success', isSigned)]]))).toMatchObject({ level });
  });
});

describe('DNS', () => {
  it.each([
    [['v=spf1 include:amazonses.com -all'], 'present'],
    [['v=spf1 include:_spf.google.com ~all'], 'without_ses'],
    [['v=spf1 include:amazonses.com -all', 'v=spf1 -all'], 'several'],
    [['v=spf10 include:amazonses.com'], 'missing'],
  ])('SPF %j is %s', (texts, found) => {
    expect(checkSpf('shop.kr', texts)).toMatchObject({ found });
  });

  it.each([
    [['v=DMARC1; p=none; rua=mailto:a@shop.kr'], 'present'],
    [['v=DMARC1;p=quarantine'], 'present'],
    [['v=DMARC1; sp=none'], 'missing'],
    [['v=DMARC10; p=none'], 'missing'],
  ])('DMARC %j is %s', (texts, found) => {
    expect(checkDmarc('shop.kr', texts)).toMatchObject({ found });
  });

  it('looks for DMARC at the domains above, too', () => {
    expect(dmarcNames('m.shop.kr')).toEqual(['_dmarc.m.shop.kr', '_dmarc.shop.kr']);
  });

  it('asks for few names, however many words a domain has', () => {
    const domain = `${'a.'.repeat(120)}shop.kr`;

    const names = dmarcNames(domain);

    expect(names).toHaveLength(8);
    expect([names.at(0), names.at(-1)]).toEqual([`_dmarc.${domain}`, '_dmarc.shop.kr']);
  });
});

describe('a subject', () => {
  it.each([
    ['11월 소식', []],
    ['BULKHEAD 11월', []],
    ['{{ first_name }}, NEWS OF NOVEMBER', ['capitals']],
    ['{{ anything_that_is_long | default: "anything that is very long indeed, really very long it is" }}', []],
    ['{{ "" }}', []],
    ['a'.repeat(71), ['long']],
    ['Now! Today!', ['exclamation_marks']],
    ['Only now!', []],
    ['RE: 주문', ['pretends_reply']],
    ['Earn $$$', ['money']],
    ['{% comment %}a{% endcomment %}', []],
  ])('%s: %j', (subject, hints) => {
    expect(checkSubject(subject).data['hints']).toEqual(hints);
  });

  it('stops what dispatch could not read', () => {
    const levels = [998, 999].map((length) => checkSubject('a'.repeat(length)).level);

    expect(levels).toEqual(['warn', 'stop']);
  });
});

describe('quota and estimate', () => {
  const now = new Date('2026-11-21T10:00:00Z');

  it('goes on day after day, and never faster than SES allows', () => {
    const figure = fc.integer({ min: 1, max: 5_000_000 });
    fc.assert(
      fc.property(figure, figure, fc.nat(1_000_000), fc.integer({ min: 1, max: 500 }), (...given) => {
        const [recipients, max24Hours, used, perSecond] = given;
        const left24Hours = Math.max(0, max24Hours - used);

        const { days, seconds, costUsd } = estimate(recipients, { perSecond, max24Hours, left24Hours }, now);

        expect(left24Hours + (days - 1) * max24Hours).toBeGreaterThanOrEqual(recipients);
        expect(days === 1 || left24Hours + (days - 2) * max24Hours < recipients).toBe(true);
        const lastDay = days === 1 ? recipients : recipients - left24Hours - (days - 2) * max24Hours;
        expect(lastDay).toBeGreaterThan(0);
        expect(seconds).toBe((days - 1) * 86_400 + Math.ceil(lastDay / perSecond));
        expect(costUsd).toBeCloseTo(recipients / 10_000, 1);
      }),
    );
  });

  it.each([
    [{ perSecond: 14 }, undefined, 'unlimited'],
    [{ perSecond: 1, max24Hours: 200, left24Hours: 200 }, undefined, 'sandbox'],
    [{ perSecond: 14, max24Hours: 50_000, left24Hours: 0 }, undefined, 'too_small'],
    [{ perSecond: 14, max24Hours: 50_000, left24Hours: 10 }, 11, 'too_small'],
    [{ perSecond: 14, max24Hours: 50_000, left24Hours: 10 }, 10, 'enough'],
    [undefined, 10, 'unknown'],
  ])('%j for %s is %s', (quota, recipients, found) => {
    expect(checkQuota(quota, recipients)).toMatchObject({ found });
  });
});
