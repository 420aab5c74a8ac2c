import { ratesOf } from './rates.ts';

const report = {
  sent: 100,
  accepted: 100,
  simulated: 0,
  delivered: 80,
  bounced: 10,
  hardBounced: 5,
  complained: 2,
  openedByPeople: 40,
  clickedByPeople: 8,
};

it('reckons what came back of what went out, and what was read of what arrived', () => {
  const rates = ratesOf(report);

  expect(rates.bounced).toEqual({ count: 10, of: 100, rate: 0.1 });
  expect(rates.opened).toEqual({ count: 40, of: 80, rate: 0.5 });
});

it('leaves mails to the simulator out, and takes what campaigns counted where SES tells of no sends', () => {
  expect(ratesOf({ ...report, simulated: 20 }).bounced.of).toBe(80);
  expect(ratesOf({ ...report, sent: 0, delivered: 0 }).opened.of).toBe(100);
});

it('never has more of something than there is', () => {
  expect(ratesOf({ ...report, sent: 1, delivered: 3 }).delivered).toEqual({ count: 3, of: 3, rate: 1 });
});
