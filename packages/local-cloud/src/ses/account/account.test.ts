import { loadRules } from '../rules/load-rules.ts';
import { manualClock } from '../testing.ts';
import { Account } from './account.ts';

const HOUR_MS = 3_600_000;

const accountWith = (settings: Partial<Account['settings']>) => {
  const clock = manualClock();
  return { clock, account: new Account({ ...loadRules().account, ...settings }, clock) };
};

const one = { recipients: 1, billable: 1 };

describe('Account', () => {
  it('gives the daily quota back 24 hours later', () => {
    const { account, clock } = accountWith({ max24HourSend: 2 });
    account.admit(one);
    clock.advance(12 * HOUR_MS);
    account.admit(one);

    expect(() => account.admit(one)).toThrow('Daily message quota exceeded.');
    clock.advance(12 * HOUR_MS);
    expect(() => account.admit(one)).not.toThrow();
    expect(account.quota()).toMatchObject({ sentLast24Hours: 2 });
  });

  it('does not count mail to the mailbox simulator, nor mail that was throttled', () => {
    const { account } = accountWith({ max24HourSend: 1, maxSendRate: 1, burstSeconds: 0 });
    account.admit({ recipients: 1, billable: 0 });

    expect(() => account.admit(one)).toThrow('Maximum sending rate exceeded.');
    expect(account.quota()).toMatchObject({ sentLast24Hours: 0 });
  });

  it('has no daily quota at -1', () => {
    const { account } = accountWith({ max24HourSend: -1 });

    expect(() => account.admit({ recipients: 50, billable: 50 })).not.toThrow();
  });

  it('is closed with different codes by us and by AWS', () => {
    const { account } = accountWith({});
    const refusal = () => {
      try {
        account.ensureOpen();
        return undefined;
      } catch (error) {
        return error;
      }
    };

    expect(refusal()).toBeUndefined();
    account.change({ sendingEnabled: false });
    expect(refusal()).toMatchObject({ code: 'AccountSendingPausedException' });
    account.change({ suspended: true });
    expect(refusal()).toMatchObject({ code: 'MessageRejected' });
  });
});
