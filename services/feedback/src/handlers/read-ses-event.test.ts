import { details, sesEvent, tagsOf } from '../../tests/ses-events.ts';
import { readSesEvent } from './read-ses-event.ts';

const read = (event: unknown) => readSesEvent(JSON.stringify(event));

describe('readSesEvent', () => {
  it.each([
    ['Send', 'sent', '2026-11-21T10:00:00.123Z'],
    ['Delivery', 'delivered', '2026-11-21T10:00:01.000Z'],
    ['Bounce', 'bounced_permanent', '2026-11-21T10:00:02.500Z'],
    ['Complaint', 'complained', '2026-11-21T10:00:03.000Z'],
    ['DeliveryDelay', 'delayed', '2026-11-21T10:00:04.000Z'],
    ['Open', 'opened', '2026-11-21T10:05:00.000Z'],
    ['Click', 'clicked', '2026-11-21T10:05:00.000Z'],
    ['Reject', 'rejected', '2026-11-21T10:00:00.123Z'],
    ['Rendering Failure', 'rendering_failed', '2026-11-21T10:00:00.123Z'],
    ['Subscription', 'subscription_changed', '2026-11-21T10:06:00.000Z'],
  ] as const)('takes SES’s %s for %s', (eventType, kind, at) => {
    const tags = { ...tagsOf('run_1', 12, 34), contact: ['c-1_x'] };

    const reading = read(sesEvent({ eventType, detail: details[eventType], tags }));

    expect(reading).toMatchObject({
      kind: 'outcome',
      outcome: {
        kind,
        runId: 'run_1',
        chunk: 12,
        offset: 34,
        contactId: 'c-1_x',
        domain: 'books.example',
        messageId: '0102019a5c3f1e20-3f0f4c1e-7a6b-4b9c-8f1e-0a7a3f1f9c11-000000',
        at: new Date(at),
      },
    });
  });

  it('takes the instant of the mail for that of its delivery where SES names none', () => {
    expect(read(sesEvent({ eventType: 'Delivery' }))).toMatchObject({
      outcome: { at: new Date('2026-11-21T10:00:00.123Z') },
    });
  });

  it('knows who came: a known program or not, how soon, by which mail reader', () => {
    const detail = { open: { ...details.Open.open, userAgent: 'Mozilla/5.0' } };

    expect(read(sesEvent({ eventType: 'Open', detail }))).toMatchObject({
      outcome: {
        visit: { isByKnownMachine: true, afterMs: 299_877, client: { family: 'other', device: 'unknown' } },
      },
    });
  });

  it('knows which link was followed, and nothing personal of it', () => {
    const link = 'https://books.example/autumn?utm_source=mail&email=minjun@books.example#top';
    const detail = { click: { ...details.Click.click, link } };

    expect(read(sesEvent({ eventType: 'Click', detail }))).toMatchObject({
      outcome: {
        visit: { isByKnownMachine: false, link: 'https://books.example/autumn?utm_source=mail&email=*' },
      },
    });
  });

  it.each([
    ['Permanent', 'bounced_permanent'],
    ['Transient', 'bounced_transient'],
    ['Undetermined', 'bounced_undetermined'],
  ])('tells a %s bounce from others', (bounceType, kind) => {
    const detail = { bounce: { ...details.Bounce.bounce, bounceType } };

    expect(read(sesEvent({ eventType: 'Bounce', detail }))).toMatchObject({ outcome: { kind } });
  });

  it.each([
    ['Permanent', 'General', 'smtp; 550 5.1.1 user unknown', 'bounced_permanent'],
    ['Permanent', 'OnAccountSuppressionList', undefined, 'bounced_suppressed'],
    ['Transient', 'MailboxFull', 'smtp; 452 4.2.2 mailbox full', 'bounced_transient_full'],
    ['Transient', 'General', 'smtp; 421 4.7.0 our rate limit', 'bounced_transient_blocked'],
  ])('tells why a mail came back: %s, %s, %s', (bounceType, bounceSubType, diagnosticCode, kind) => {
    const bouncedRecipients = [{ emailAddress: 'minjun@books.example', diagnosticCode }];
    const detail = { bounce: { ...details.Bounce.bounce, bounceType, bounceSubType, bouncedRecipients } };

    expect(read(sesEvent({ eventType: 'Bounce', detail }))).toMatchObject({ outcome: { kind } });
  });

  it.each([undefined, null, [], 'nothing that we know', [null]].map((odd) => ({ odd })))(
    'takes a bounce for one, whatever stands where its reason should be (%j)',
    ({ odd }) => {
      const { bounceType, timestamp } = details.Bounce.bounce;
      const detail = { bounce: { bounceType, timestamp, bounceSubType: odd, bouncedRecipients: odd } };

      expect(read(sesEvent({ eventType: 'Bounce', detail }))).toMatchObject({
        outcome: { kind: 'bounced_permanent_unknown' },
      });
    },
  );

  it('takes no mail that SES held back for a complaint', () => {
    const complaint = { ...details.Complaint.complaint, complaintSubType: 'OnAccountSuppressionList' };

    expect(read(sesEvent({ eventType: 'Complaint', detail: { complaint } }))).toMatchObject({
      outcome: { kind: 'bounced_suppressed' },
    });
  });

  it.each([
    ['in small letters', ['Ada@BOOKS.Example'], 'books.example'],
    ['behind the last at-sign', ['"a@b"@xn--bcher-kva.example'], 'xn--bcher-kva.example'],
    ['unless there is none', [], undefined],
    ['unless it can be none', ['ada@books example'], undefined],
  ])('knows of an address nothing but its domain, %s', (_, destination, domain) => {
    const event = sesEvent({ eventType: 'Delivery' });

    const reading = read({ ...event, mail: { ...event.mail, destination } });

    expect(reading).toMatchObject({ outcome: { kind: 'delivered' } });
    expect(reading.kind === 'outcome' && reading.outcome.domain).toBe(domain);
  });

  it('knows the import by which the recipient joined, where dispatch has named one', () => {
    const tags = { ...tagsOf('run_1', 0, 0), import: ['imp_1'] };

    expect(read(sesEvent({ eventType: 'Bounce', detail: details.Bounce, tags }))).toMatchObject({
      outcome: { importId: 'imp_1' },
    });
    expect(read(sesEvent({ eventType: 'Send' }))).not.toHaveProperty('outcome.importId');
  });

  it('knows no contact where the sender named none', () => {
    const { contact: _contact, ...tags } = tagsOf('run_1', 0, 0);

    expect(read(sesEvent({ eventType: 'Send', tags }))).not.toHaveProperty('outcome.contactId');
  });

  it('knows mails of other senders: they have no run, and nothing else that dispatch writes', () => {
    const { run: _run, ...tags } = tagsOf('run_1', 0, 0);

    expect(read(sesEvent({ eventType: 'Bounce', detail: details.Bounce, tags }))).toEqual({
      kind: 'stranger',
      why: 'other_mail',
    });
    expect(read({ eventType: 'Send', mail: { messageId: 'm', timestamp: '2026-11-21T10:00:00Z' } })).toEqual({
      kind: 'stranger',
      why: 'other_mail',
    });
  });

  it('takes the Send event of a probe for a sign, and nothing else of it', () => {
    const tags = { probe: ['probe-1'] };

    expect(read(sesEvent({ eventType: 'Send', tags }))).toEqual({
      kind: 'probe',
      sent: { probe: 'probe-1', at: new Date('2026-11-21T10:00:00.123Z') },
    });
    expect(read(sesEvent({ eventType: 'Delivery', tags }))).toEqual({ kind: 'ignored', why: 'single_mail' });
    expect(read(sesEvent({ eventType: 'Send', tags: { probe: ['not one of ours'] } }))).toEqual({
      kind: 'stranger',
      why: 'other_mail',
    });
  });

  it.each(['test', 'confirmation'])('ignores what becomes of a %s: it is ours, but of no run', (tag) => {
    expect(read(sesEvent({ eventType: 'Send', tags: { [tag]: ['tst_1'] } }))).toEqual({
      kind: 'ignored',
      why: 'single_mail',
    });
  });

  it('takes a mail of a run for that, whatever other tags it has', () => {
    const tags = { ...tagsOf('run_1', 0, 7), probe: ['probe-1'] };

    expect(read(sesEvent({ eventType: 'Send', tags }))).toMatchObject({ kind: 'outcome', outcome: { offset: 7 } });
  });

  it('takes the older notifications of an identity for events', () => {
    const { eventType, ...said } = sesEvent({ eventType: 'Bounce', detail: details.Bounce });

    const reading = read({ ...said, notificationType: eventType });

    expect(reading).toEqual(read({ ...said, eventType }));
    expect(reading).toMatchObject({ outcome: { kind: 'bounced_permanent' } });
    expect(read({ notificationType: 'AmazonSnsSubscriptionSucceeded', message: 'You have subscribed' })).toEqual({
      kind: 'ignored',
      why: 'topic_check',
    });
  });

  it.each(['run_1', [], ['run_1', 'run_2'], [7], null])('does not guess from %j of which run a mail is', (run) => {
    const event = sesEvent({ eventType: 'Send' });

    const reading = () => read({ ...event, mail: { ...event.mail, tags: { ...event.mail.tags, run } } });

    expect(reading).toThrow('no usable tag run');
  });

  it.each(['a word', 7, null, ['run'], {}])('knows a mail of others, whose tags are %j', (tags) => {
    const event = sesEvent({ eventType: 'Send' });

    expect(read({ ...event, mail: { ...event.mail, tags } })).toEqual({ kind: 'stranger', why: 'other_mail' });
  });

  it('knows types that SES may add for unknown', () => {
    expect(read(sesEvent({ eventType: 'Forwarded' }))).toEqual({ kind: 'stranger', why: 'unknown_type' });
  });

  it('ignores the sentence by which SES tries a topic', () => {
    const sentence = 'Successfully validated SNS topic for Amazon SES event publishing.';

    expect(readSesEvent(sentence)).toEqual({ kind: 'ignored', why: 'topic_check' });
  });

  it.each([
    ['what is not JSON', 'not json', '(root)'],
    ['what has no type', JSON.stringify({ mail: {} }), 'eventType'],
    ['a bounce that does not say which', JSON.stringify(sesEvent({ eventType: 'Bounce' })), 'bounce'],
    [
      'a mail of ours without a place',
      JSON.stringify(sesEvent({ eventType: 'Send', tags: { run: ['run_1'], chunk: ['x'] } })),
      'chunk, offset',
    ],
    [
      'a place that cannot be',
      JSON.stringify(sesEvent({ eventType: 'Send', tags: tagsOf('run_1', 0, 1_000) })),
      'offset',
    ],
  ])('refuses %s, naming the field', (_, body, field) => {
    expect(() => readSesEvent(body)).toThrow(
      expect.objectContaining({
        name: 'PermanentError',
        code: 'message_malformed',
        message: expect.stringContaining(field),
      }),
    );
  });
});
