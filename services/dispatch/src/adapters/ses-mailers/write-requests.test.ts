import fc from 'fast-check';

import { writeRequests } from './write-requests.ts';

it('writes a form that is read as it was meant', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), fc.string(), (raw, address, tag) => {
      const mail = { from: 'news@example.com', to: address, raw, tags: { chunk: '7', other: tag } };
      const form = new URLSearchParams(Buffer.concat(writeRequests('set & more')(mail)).toString('latin1'));

      expect(Object.fromEntries(form)).toEqual({
        Action: 'SendRawEmail',
        Version: '2010-12-01',
        ConfigurationSetName: 'set & more',
        Source: 'news@example.com',
        'Destinations.member.1': address,
        'Tags.member.1.Name': 'chunk',
        'Tags.member.1.Value': '7',
        'Tags.member.2.Name': 'other',
        'Tags.member.2.Value': tag,
        'RawMessage.Data': Buffer.from(raw).toString('base64'),
      });
    }),
  );
});

it('writes what mails share once, behind what each has of its own', () => {
  const shared = Buffer.from('the same for all: ÿ>?');
  const write = writeRequests('set');
  const mails = ['ann', 'bob'].map((name) => ({
    from: 'f',
    to: name,
    raw: Buffer.from(`To: ${name}: `),
    shared,
    tags: {},
  }));
  const requests = mails.map(write);

  const data = requests.map((pieces) =>
    new URLSearchParams(Buffer.concat(pieces).toString('latin1')).get('RawMessage.Data'),
  );
  expect(data.map((base64) => Buffer.from(base64 ?? '', 'base64').toString())).toEqual([
    `To: ann: ${shared.toString()}`,
    `To: bob: ${shared.toString()}`,
  ]);
  expect(requests[0]?.[1]).toBe(requests[1]?.[1]);
});
