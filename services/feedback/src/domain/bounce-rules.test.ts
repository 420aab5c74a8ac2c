import { bounceKindOf, bounceKinds, bounces } from './bounce.ts';
import { categoryOf, readBounce, type ToldBounce } from './bounce-rules.ts';

const told = (diagnostic: string, rest: Partial<ToldBounce> = {}): ToldBounce => ({
  type: 'permanent',
  subType: 'General',
  status: '',
  diagnostic,
  ...rest,
});

describe('the reason of a bounce', () => {
  it.each([
    ['smtp; 550 5.1.1 user unknown', 'no_such_mailbox'],
    [
      'smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking',
      'no_such_mailbox',
    ],
    ["smtp; 554 delivery error: dd This user doesn't have a yahoo.com account (ada@yahoo.com) [0]", 'no_such_mailbox'],
    ['smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup', 'no_such_mailbox'],
    ['smtp; 550 5.4.1 Recipient address rejected: Access denied. [DB5EUR03]', 'no_such_mailbox'],
    ['smtp; 550 5.2.1 The email account that you tried to reach is disabled.', 'no_such_mailbox'],
    ['smtp; 553 5.1.2 We weren’t able to find the recipient domain', 'domain_dead'],
    ['smtp; 550 5.4.4 Invalid domain', 'domain_dead'],
    ['smtp; 556 5.1.10 Domain does not accept mail (null MX)', 'domain_dead'],
    ['Amazon SES: host not found', 'domain_dead'],
    ['smtp; 552 5.2.2 The email account that you tried to reach is over quota', 'mailbox_full'],
    ['smtp; 452 4.2.2 mailbox full', 'mailbox_full'],
    ['smtp; 552 5.3.4 Message size exceeds fixed limit', 'too_large'],
    ['smtp; 554 5.7.1 Message rejected: detected as spam', 'content_rejected'],
    [
      'smtp; 552 5.7.0 This message was blocked because its content presents a potential security issue',
      'content_rejected',
    ],
    [
      'smtp; 550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
      'blocked_by_reputation',
    ],
    ['smtp; 550-5.7.26 This mail is unauthenticated, which poses a security risk', 'blocked_by_reputation'],
    ['smtp; 550 5.7.1 suspicious due to the very low reputation of the sending domain', 'blocked_by_reputation'],
    ['smtp; 421 4.7.28 unusual rate of mail', 'blocked_by_reputation'],
    ['smtp; 451 4.3.0 try again later', 'temporary'],
    ['smtp; 550 no', 'unknown'],
    ['', 'unknown'],
  ])('of "%s" is %s', (diagnostic, category) => {
    expect(categoryOf(told(diagnostic))).toBe(category);
  });

  it.each([
    ['Suppressed', 'no_such_mailbox'],
    ['OnAccountSuppressionList', 'account_suppression'],
    ['MailboxFull', 'mailbox_full'],
    ['MessageTooLarge', 'too_large'],
    ['ContentRejected', 'content_rejected'],
    ['AttachmentRejected', 'content_rejected'],
    ['CustomTimeoutExceeded', 'temporary'],
  ])('is what SES says itself, where it says %s', (subType, category) => {
    expect(categoryOf(told('smtp; 550 5.1.1 user unknown', { subType }))).toBe(category);
  });

  it.each(['constructor', 'toString', '__proto__'])('is what the server says where SES says %s', (subType) => {
    expect(categoryOf(told('smtp; 452 4.2.2 mailbox full', { subType }))).toBe('mailbox_full');
  });

  it('is found by the status, where the server has said nothing else', () => {
    expect(categoryOf(told('', { status: '5.1.1' }))).toBe('no_such_mailbox');
    expect(categoryOf(told('', { status: '5.7.606' }))).toBe('blocked_by_reputation');
  });
});

describe('a bounce', () => {
  it.each(bounceKinds)('has one outcome for each type and category (%s)', (kind) => {
    expect(bounceKindOf(bounces[kind])).toBe(kind);
  });

  it('is believed its type, whatever the server says: somebody may be unknown for a moment', () => {
    expect(readBounce(told('450 4.1.1 user unknown', { type: 'transient' }))).toBe('bounced_transient');
    expect(readBounce(told('451 4.3.0 later', { type: 'permanent' }))).toBe('bounced_permanent_unknown');
    expect(readBounce(told('552 5.2.2 full', { type: 'undetermined' }))).toBe('bounced_undetermined');
  });
});
