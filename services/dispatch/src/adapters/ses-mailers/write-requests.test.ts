import fc from 'fast-check';

import { writeRequests } from './write-requests.ts';

it('writes a form that is read as it was meant', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), fc.string(), (raw, address, tag) => {
      const mail = { from: 'news@example.com', to: address, raw, tags: { chunk: '7', other: tag } };
      const form = new URLSearchParams(writeRequests('set & more')(mail).toString('latin1'));

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
