import { invalidParameter } from './refusal.ts';
import { answerXml, refusalXml } from './xml.ts';

describe('the XML of an answer', () => {
  it('carries fields', () => {
    expect(answerXml('GetSendQuota', { MaxSendRate: 14 }, 'r1')).toContain(
      '<GetSendQuotaResult><MaxSendRate>14</MaxSendRate></GetSendQuotaResult>',
    );
  });

  it('cannot be broken out of, whatever a refusal quotes', () => {
    const xml = refusalXml(invalidParameter('</Message><Code>"&\u0000'), 'r1');

    expect(xml).toContain('<Message>&lt;/Message&gt;&lt;Code&gt;&quot;&amp;\ufffd</Message>');
    expect(xml).toContain('<Type>Sender</Type><Code>InvalidParameterValue</Code>');
  });
});
