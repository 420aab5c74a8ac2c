import fc from 'fast-check';

import { reconcile as compared } from './reconciliation.ts';
import type { RunEnd } from './run.ts';

const at = new Date('2026-11-21T10:00:00Z');
const end = {
  runId: 'run_1',
  campaignId: 'cmp_1',
  outcome: 'sent',
  recipients: 100,
  accepted: 90,
  refused: 2,
  suppressed: 5,
  left: 0,
  unsent: 3,
  at,
} as const;

const reconcile = (ended: RunEnd | undefined, sums: { readonly sent: number }) =>
  compared(ended, sums, { hasSendEvents: true });

describe('the reconciliation of a run', () => {
  it('says in one line that everybody in the snapshot is accounted for', () => {
    expect(reconcile(end, { sent: 90 })).toEqual({
      isWhole: true,
      line: '100 in the snapshot = 90 accepted + 2 refused + 5 suppressed + 3 unsent. SES has told of all 90 mails that it accepted.',
      missing: { recipients: 0, sendEvents: 0 },
    });
  });

  it('counts the doubt that was left', () => {
    const { isWhole, line } = reconcile({ ...end, left: 1, unsent: 2 }, { sent: 90 });

    expect(isWhole).toBe(true);
    expect(line).toContain('+ 1 left in doubt + 2 unsent.');
  });

  it.each([
    { unsent: 1, recipients: 2, words: 'who are missing' },
    { unsent: 4, recipients: -1, words: 'counted twice' },
  ])('says how many are $words', ({ unsent, recipients, words }) => {
    const { isWhole, line, missing } = reconcile({ ...end, unsent }, { sent: 90 });

    expect({ isWhole, missing }).toEqual({ isWhole: false, missing: { recipients, sendEvents: 0 } });
    expect(line).toContain(words);
  });

  it('says of how many accepted mails SES has not told', () => {
    const { isWhole, line, missing } = reconcile(end, { sent: 88 });

    expect({ isWhole, missing }).toEqual({ isWhole: false, missing: { recipients: 0, sendEvents: 2 } });
    expect(line).toContain('SES has told of 88 of 90 mails');
  });

  it('is whole where mails that were in doubt turn out to be sent', () => {
    expect(reconcile({ ...end, accepted: 89, left: 1 }, { sent: 90 })).toMatchObject({
      isWhole: true,
      line: expect.stringContaining('1 that were in doubt did go out'),
    });
  });

  it('is not whole where more mails went out than can have been in doubt', () => {
    const { isWhole, line } = reconcile({ ...end, left: 1, unsent: 2 }, { sent: 93 });

    expect(isWhole).toBe(false);
    expect(line).toContain('SES has told of 93 mails, 2 more than were accepted or in doubt');
  });

  it('rests on what dispatch counted where no Send events are published', () => {
    const { isWhole, line } = compared(end, { sent: 0 }, { hasSendEvents: false });

    expect(isWhole).toBe(true);
    expect(line).toContain('This stage has no Send events published');
    expect(compared(undefined, { sent: 0 }, { hasSendEvents: false }).line).toMatch(/^The run is under way\. /);
  });

  it('waits for the end of the run', () => {
    expect(reconcile(undefined, { sent: 1 })).toEqual({
      isWhole: false,
      line: 'The run is under way: SES has told of 1 mail so far. The sum is drawn when the run has ended.',
      missing: { recipients: 0, sendEvents: 0 },
    });
  });

  it('is whole just if the sum is the snapshot and nothing is missing', () => {
    const some = fc.nat(1_000);
    const sums = fc.record({ accepted: some, refused: some, suppressed: some, left: some, unsent: some });
    fc.assert(
      fc.property(sums, fc.nat(2_500), (counts, sent) => {
        const { accepted, left } = counts;
        const recipients = Object.values(counts).reduce((sum, count) => sum + count, 0);

        expect(reconcile({ ...end, ...counts, recipients }, { sent }).isWhole).toBe(
          sent >= accepted && sent <= accepted + left,
        );
        expect(reconcile({ ...end, ...counts, recipients: recipients + 1 }, { sent }).isWhole).toBe(false);
      }),
    );
  });
});
