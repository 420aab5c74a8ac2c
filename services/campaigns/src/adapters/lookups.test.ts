import {
  GetAccountSendingEnabledCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  SESClient,
} from '@aws-sdk/client-ses';
import { recordingEdge } from '@bulkhead/testing';
import { mockClient } from 'aws-sdk-client-mock';

import { noTexts, ResolvedTexts } from './dns-texts.ts';
import { readLinks } from './read-links.ts';
import { SesAccount } from './ses-account.ts';

describe('SesAccount', () => {
  const ses = mockClient(SESClient);
  const setUp = () => {
    const edge = recordingEdge();
    return { edge, account: new SesAccount(new SESClient({ region: 'eu-west-1' }), edge.log) };
  };
  beforeEach(() => ses.reset());

  it('puts together what SES says of identities', async () => {
    ses.on(GetIdentityVerificationAttributesCommand).resolves({
      VerificationAttributes: {
        'shop.kr': { VerificationStatus: 'Success' },
        'm.shop.kr': { VerificationStatus: 'Pending' },
      },
    });
    ses.on(GetIdentityDkimAttributesCommand).resolves({
      DkimAttributes: {
        'shop.kr': { DkimEnabled: true, DkimVerificationStatus: 'Success' },
        'm.shop.kr': { DkimEnabled: true, DkimVerificationStatus: 'Pending' },
      },
    });

    const known = await setUp().account.identities(['shop.kr', 'm.shop.kr', 'a@shop.kr']);

    expect(Object.fromEntries(known ?? [])).toEqual({
      'shop.kr': { verification: 'Success', isSigned: true },
      'm.shop.kr': { verification: 'Pending', isSigned: false },
    });
  });

  it.each([
    [
      { MaxSendRate: 14, Max24HourSend: 50_000, SentLast24Hours: 10 },
      { perSecond: 14, max24Hours: 50_000, left24Hours: 49_990 },
    ],
    [
      { MaxSendRate: 14, Max24HourSend: 200, SentLast24Hours: 300 },
      { perSecond: 14, max24Hours: 200, left24Hours: 0 },
    ],
    [{ MaxSendRate: 14, Max24HourSend: -1, SentLast24Hours: 10 }, { perSecond: 14 }],
  ])('reads the quota %j', async (said, quota) => {
    ses.on(GetSendQuotaCommand).resolves(said);

    expect(await setUp().account.quota()).toEqual(quota);
  });

  it('answers nothing where SES does not, and notes it', async () => {
    ses.on(GetAccountSendingEnabledCommand).rejects(new Error('Throttling'));
    const { account, edge } = setUp();

    expect(await account.isSendingEnabled()).toBeUndefined();
    expect(edge.codes).toEqual(['ses_not_asked']);
  });
});

describe('ResolvedTexts', () => {
  const answers: Readonly<Record<string, readonly string[][]>> = { 'shop.kr': [['v=spf1 ', '-all'], ['b']] };
  const failing = (code: string) =>
    new ResolvedTexts({
      resolveTxt: async (name) => {
        const known = answers[name];
        if (known) return known.map((pieces) => [...pieces]);
        throw Object.assign(new Error(code), { code });
      },
    });

  it('joins the pieces of a text, of the first name that has any', async () => {
    expect(await failing('ENOTFOUND').of(['_dmarc.shop.kr', 'shop.kr'])).toEqual(['v=spf1 -all', 'b']);
  });

  it.each([
    ['ENOTFOUND', []],
    ['ENODATA', []],
    ['ETIMEOUT', 'unknown'],
    ['ESERVFAIL', 'unknown'],
  ])('answers %s as %j', async (code, texts) => {
    expect(await failing(code).of(['_dmarc.shop.kr'])).toEqual(texts);
  });

  it('are not looked up on a laptop', async () => {
    expect(await noTexts.of(['shop.kr'])).toBe('skipped');
  });
});

describe('readLinks', () => {
  it.each([
    ['<a href="https://a.kr/?a=1&amp;b=2">a</a><A HREF=b>', ['https://a.kr/?a=1&b=2', 'b']],
    ['<a name="top">a</a><area href="c"><link href="d"><!-- <a href="e"> -->', ['c']],
    ['<a href="">', ['']],
    ['<a href="{{ "a" | append: "b" }}">', ['{{ ']],
  ])('of %s are %j', (html, links) => {
    expect(readLinks(html)).toEqual(links);
  });
});
