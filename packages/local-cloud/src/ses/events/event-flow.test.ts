import { Account } from '../account/account.ts';
import { Faults } from '../faults.ts';
import { Mailbox } from '../mailbox/mailbox.ts';
import { makeAccept } from '../message/accept.ts';
import { loadRules } from '../rules/load-rules.ts';
import type { FaultSettings, RecipientOutcome } from '../rules/rules.ts';
import { manualClock, recordingLog, submission } from '../testing.ts';
import { Destinations } from './destinations.ts';
import { Postman } from './postman.ts';
import { type Publish, Publisher } from './publisher.ts';
import type { SesEvent } from './ses-event.ts';

const SOON_MS = 60_000;
const ALL = ['send', 'reject', 'delivery', 'bounce', 'complaint', 'deliveryDelay', 'open', 'click'];
const LINK = '<a href="https://example.com/sale">Sale</a> <a href="https://example.com/unsubscribe">Leave</a>';

interface Given {
  readonly outcome?: RecipientOutcome;
  readonly eventTypes?: readonly string[];
  readonly faults?: Partial<FaultSettings>;
  readonly publish?: Publish;
}

const setUp = ({ outcome = 'deliver', eventTypes = ALL, faults: changes = {}, publish }: Given = {}) => {
  const defaults = loadRules();
  const rules = { ...defaults, recipients: [{ to: '*', outcome }] };
  const [clock, log] = [manualClock(), recordingLog()];
  const events: SesEvent[] = [];
  const recording: Publish = async (_, event) => void events.push(event);
  const destinations = new Destinations();
  destinations.addSet('set');
  destinations.add({ configurationSet: 'set', name: 'sns', enabled: true, eventTypes, topicArn: 'arn:topic' });
  const mailbox = new Mailbox(rules.mailbox);
  const publisher = new Publisher({ publish: publish ?? recording, clock, log });
  const faults = new Faults({ ...rules.faults, ...changes });
  const region = 'eu-west-1';
  const postman = new Postman({ region, rules, clock, log, faults, destinations, publisher, mailbox });
  const account = new Account(rules.account, clock);
  const accept = makeAccept({ region, clock, account, senders: [], destinations, mailbox, postman });

  const pass = async (ms = SOON_MS): Promise<void> => {
    for (let step = 0; step < 60; step += 1) {
      clock.advance(ms / 60);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { accept, pass, events, mailbox, log, publisher };
};

const typesOf = (events: readonly SesEvent[]) => events.map(({ eventType }) => eventType);
const html = (changes = {}) => {
  const head = ['From: team@example.com', 'To: ann@example.com', 'Content-Type: text/html', '', LINK];
  return submission([], { raw: Buffer.from(head.join('\r\n')), configurationSet: 'set', ...changes });
};

describe('what becomes of an accepted message', () => {
  it.each([
    ['deliver', ['Send', 'Delivery']],
    ['hard_bounce', ['Send', 'Bounce']],
    ['soft_bounce', ['Send', 'DeliveryDelay', 'Bounce']],
    ['suppressed', ['Send', 'Bounce']],
    ['complaint', ['Send', 'Delivery', 'Complaint']],
    ['delay', ['Send', 'DeliveryDelay', 'Delivery']],
    ['open', ['Send', 'Delivery', 'Open']],
    ['click', ['Send', 'Delivery', 'Open', 'Click']],
    ['prefetch', ['Send', 'Delivery', 'Open']],
    ['scan', ['Send', 'Delivery', 'Click']],
    ['reject', ['Reject']],
  ] as const)('is told in order for %s', async (outcome, types) => {
    const { accept, pass, events } = setUp({ outcome });

    const messageId = accept(html());
    await pass();

    expect(typesOf(events)).toEqual(types);
    expect(new Set(events.map(({ mail }) => mail.messageId))).toEqual(new Set([messageId]));
  });

  it('has the shape AWS documents', async () => {
    const { accept, pass, events } = setUp({ outcome: 'hard_bounce' });

    const messageId = accept(html({ tags: [{ name: 'run', value: 'r1' }] }));
    await pass();

    expect(JSON.parse(JSON.stringify(events[1]))).toEqual({
      eventType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [
          {
            emailAddress: 'ann@example.com',
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          },
        ],
        timestamp: expect.stringMatching(/^2026-11-21T10:00:\d\d\.\d{3}Z$/),
        feedbackId: expect.stringMatching(/^0102[\w-]+-000000$/),
        reportingMTA: 'dns; mx.example.com',
      },
      mail: {
        timestamp: '2026-11-21T10:00:00.000Z',
        source: 'team@example.com',
        sourceArn: 'arn:aws:ses:eu-west-1:000000000000:identity/example.com',
        sendingAccountId: '000000000000',
        messageId,
        destination: ['ann@example.com'],
        headersTruncated: false,
        headers: [
          { name: 'From', value: 'team@example.com' },
          { name: 'To', value: 'ann@example.com' },
          { name: 'Content-Type', value: 'text/html' },
        ],
        commonHeaders: {
          returnPath: 'team@example.com',
          from: ['team@example.com'],
          to: ['ann@example.com'],
          messageId,
        },
        tags: {
          'ses:operation': ['SendRawEmail'],
          'ses:configuration-set': ['set'],
          'ses:source-ip': ['127.0.0.1'],
          'ses:from-domain': ['example.com'],
          'ses:caller-identity': ['test'],
          run: ['r1'],
        },
      },
    });
  });

  it('is told only of the types somebody asked for, and not at all without a set', async () => {
    const { accept, pass, events, mailbox } = setUp({ outcome: 'click', eventTypes: ['BOUNCE', 'OPEN'] });

    accept(html());
    accept(html({ configurationSet: undefined }));
    await pass();

    expect(typesOf(events)).toEqual(['Open']);
    expect(mailbox.summary().byOutcome).toMatchObject({ delivered: 2, opened: 2, clicked: 2 });
  });

  it('is no click where there is only a link to unsubscribe', async () => {
    const { accept, pass, events } = setUp({ outcome: 'click' });
    const raw = html()
      .raw.toString()
      .replace(/<a.*?Sale<\/a>/, '');

    accept(html({ raw: Buffer.from(raw) }));
    await pass();

    expect(typesOf(events)).toEqual(['Send', 'Delivery', 'Open']);
  });

  it('is a click on every link at once for a scanner', async () => {
    const { accept, pass, events } = setUp({ outcome: 'scan' });
    const raw = html().raw.toString().replace('<a', '<a href="https://example.com/">Home</a> <a');

    accept(html({ raw: Buffer.from(raw) }));
    await pass();

    const clicks = events.flatMap((event) => (event.eventType === 'Click' ? [event.click] : []));
    expect(clicks.map(({ link }) => link)).toEqual(['https://example.com/', 'https://example.com/sale']);
    expect(new Set(clicks.map(({ timestamp }) => timestamp)).size).toBe(1);
  });

  it('is opened under no name by Apple, and by a mail reader for people', async () => {
    const agents = async (outcome: RecipientOutcome) => {
      const { accept, pass, events } = setUp({ outcome });
      accept(html());
      await pass();
      return events.flatMap((event) => (event.eventType === 'Open' ? [event.open.userAgent] : []));
    };

    expect(await agents('prefetch')).toEqual(['Mozilla/5.0']);
    expect(await agents('open')).not.toEqual(['Mozilla/5.0']);
  });

  it('is a Reject for a virus, whoever it is for', async () => {
    const { accept, pass, events } = setUp();

    accept(html({ raw: Buffer.concat([html().raw, Buffer.from(String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR`)]) }));
    await pass();

    expect(events).toMatchObject([{ eventType: 'Reject', reject: { reason: 'Bad content' } }]);
  });

  it('cuts long headers off and says so', async () => {
    const { accept, pass, events } = setUp();
    const long = [`X-Long: ${'a'.repeat(6000)}`, `X-Longer: ${'b'.repeat(6000)}`];

    accept(submission(long, { configurationSet: 'set' }));
    await pass();

    expect(events[0]?.mail).toMatchObject({ headersTruncated: true });
    expect(events[0]?.mail.headers.map(({ name }) => name)).toEqual(['From', 'To', 'X-Long']);
  });

  it('is told twice, or late, when that is asked for', async () => {
    const twice = setUp({ faults: { duplicateEventPercent: 100 } });
    const late = setUp({ faults: { lateEventPercent: 100, lateEventMs: 10 * SOON_MS } });

    for (const { accept, pass } of [twice, late]) {
      accept(html());
      await pass();
    }

    expect(typesOf(twice.events)).toEqual(['Send', 'Send', 'Delivery', 'Delivery']);
    expect(typesOf(late.events)).toEqual([]);
    await late.pass(10 * SOON_MS);
    expect(typesOf(late.events)).toEqual(['Send', 'Delivery']);
  });

  it('does not count any more once the mailbox has been emptied', async () => {
    const { accept, pass, mailbox } = setUp();
    accept(html());

    mailbox.clear();
    await pass();

    expect(mailbox.summary()).toMatchObject({ accepted: 0, stored: 0, byOutcome: { delivered: 0 } });
  });
});

describe('publishing', () => {
  it('is tried again until it succeeds', async () => {
    const published: SesEvent[] = [];
    let failures = 3;
    const publish: Publish = async (_, event) => {
      failures -= 1;
      if (failures >= 0) throw new Error('no topic yet');
      published.push(event);
    };
    const { accept, pass, log } = setUp({ publish });

    accept(html());
    await pass();

    expect(typesOf(published).toSorted()).toEqual(['Delivery', 'Send']);
    expect(log.codes).toContain('ses_event_publish_failed');
    expect(log.codes).not.toContain('ses_event_lost');
  });

  it('is given up after half a minute, loudly', async () => {
    const { accept, pass, log, publisher } = setUp({ publish: () => Promise.reject(new Error('never')) });

    accept(html());
    await pass();

    expect(log.codes.filter((code) => code === 'ses_event_lost')).toHaveLength(2);
    expect(publisher.lost).toBe(2);
  });

  it('ends when it is stopped', async () => {
    const { accept, pass, events, publisher } = setUp();
    accept(html());

    publisher.stop();
    await pass();

    expect(events).toEqual([]);
  });
});
