import { loadRules } from '../rules/load-rules.ts';
import { submission } from '../testing.ts';
import { checkMessage } from './checked-message.ts';
import type { Submission } from './submission.ts';

const check = (sent: Submission) =>
  checkMessage(sent, {
    region: 'eu-west-1',
    senders: loadRules().senders,
    hasConfigurationSet: (name) => name === 'known' || name === 'other',
  });

const raw = (...lines: string[]) => submission([], { raw: Buffer.from([...lines, '', ''].join('\r\n')) });

describe('checkMessage', () => {
  it('takes sender, recipients, set and tags from the headers', () => {
    const sent = submission([
      'Cc: Bob <bob@x.example>',
      'Bcc: eve@x.example',
      'X-SES-CONFIGURATION-SET: known',
      'X-SES-MESSAGE-TAGS: run=r-1, chunk=0',
    ]);

    expect(check(sent)).toMatchObject({
      source: 'team@example.com',
      destinations: ['ann@example.com', 'bob@x.example', 'eve@x.example'],
      configurationSet: 'known',
      tags: [
        { name: 'run', value: 'r-1' },
        { name: 'chunk', value: '0' },
      ],
    });
  });

  it('lets parameters of the request win over headers, and does not join them', () => {
    const changes = {
      source: 'bounces@example.com',
      destinations: ['only@x.example'],
      configurationSet: 'other',
      tags: [{ name: 'run', value: 'r-2' }],
    };

    const sent = submission(['X-SES-CONFIGURATION-SET: known', 'X-SES-MESSAGE-TAGS: chunk=0'], changes);

    expect(check(sent)).toMatchObject(changes);
  });

  it.each([
    ['no From', raw('To: a@b.example'), 'InvalidParameterValue', "Missing required header 'From'."],
    ['no recipient', raw('From: a@b.example'), 'InvalidParameterValue', "Missing required header 'To'."],
    [
      'a From that is no address',
      raw('From: Ann', 'To: a@b.example'),
      'InvalidParameterValue',
      "Missing final '@domain'",
    ],
    ['two subjects', submission(['Subject: a', 'subject: b']), 'InvalidParameterValue', "Duplicate header 'subject'."],
    ['a tag without value', submission(['X-SES-MESSAGE-TAGS: run=']), 'InvalidParameterValue', 'Invalid tag value'],
    [
      'a tag without equals',
      submission(['X-SES-MESSAGE-TAGS: run']),
      'InvalidParameterValue',
      "Expected '=', got 'null'",
    ],
    ['a tag twice', submission(['X-SES-MESSAGE-TAGS: a=1, a=2']), 'InvalidParameterValue', 'Duplicate tag name <a>.'],
    [
      'a tag of 257 letters',
      submission([], { tags: [{ name: 'a', value: 'x'.repeat(257) }] }),
      'InvalidParameterValue',
      'Invalid tag value',
    ],
    [
      'a tag name with a colon',
      submission([], { tags: [{ name: 'ses:x', value: 'x' }] }),
      'InvalidParameterValue',
      'Invalid tag name',
    ],
    [
      'a set in the header that is unknown',
      submission(['X-SES-CONFIGURATION-SET: x']),
      'ConfigurationSetDoesNotExist',
      'Configuration set <x> does not exist.',
    ],
    [
      'an author not verified',
      raw('From: a@not-verified.example', 'To: a@b.example'),
      'MessageRejected',
      'not verified',
    ],
    [
      'a newline in a recipient',
      submission([], { destinations: ['a@b.example\nBcc: c@d.example'] }),
      'InvalidParameterValue',
      'Local address contains',
    ],
  ])('refuses %s', (...[, sent, code, message]) => {
    expect(() => check(sent)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
  });

  it('takes exactly 10 MB', () => {
    const head = submission().raw;
    const body = (bytes: number) =>
      submission([], { raw: Buffer.concat([head, Buffer.alloc(bytes - head.length, 'a')]) });

    expect(() => check(body(10 * 1024 * 1024))).not.toThrow();
    expect(() => check(body(10 * 1024 * 1024 + 1))).toThrow('Message length is more than 10485760 bytes long');
  });
});
