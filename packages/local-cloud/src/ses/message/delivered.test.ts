import { submission } from '../testing.ts';
import { delivered } from './delivered.ts';
import { readHeaders } from './headers.ts';
import { isInfected } from './infected.ts';

const handover = { messageId: '0102-x', region: 'eu-west-1', at: Date.parse('2026-11-21T10:00:00Z') };

describe('delivered', () => {
  it('strips what is for SES, puts its own id and date, and leaves the rest byte for byte', () => {
    const { raw } = submission([
      'Subject: =?UTF-8?Q?=EC=95=88?=',
      ' =?UTF-8?Q?=EB=85=95?=',
      'Bcc: eve@x.example',
      'Message-ID: <mine@x.example>',
      'date: Mon, 1 Jan 2001 00:00:00 +0000',
      'X-SES-MESSAGE-TAGS: run=1,',
      ' chunk=2',
    ]);

    expect(delivered(raw, readHeaders(raw), handover).toString()).toBe(
      [
        'From: team@example.com',
        'To: ann@example.com',
        'Subject: =?UTF-8?Q?=EC=95=88?=',
        ' =?UTF-8?Q?=EB=85=95?=',
        'Message-ID: <0102-x@eu-west-1.amazonses.com>',
        'Date: Sat, 21 Nov 2026 10:00:00 +0000',
        '',
        'Hello',
      ].join('\r\n'),
    );
  });
});

describe('isInfected', () => {
  const EICAR = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;

  it.each([
    ['plain', EICAR, true],
    ['in base64', Buffer.from(EICAR).toString('base64'), true],
    ['not there', 'Hello', false],
  ])('finds the test virus %s', (_, body, isFound) => {
    expect(isInfected(Buffer.from(`From: a@b.example\r\n\r\n${body}`))).toBe(isFound);
  });
});
