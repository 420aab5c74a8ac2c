import { importUsage } from '../audience.ts';
import { billOf, dollarsOf } from '../bill.ts';
import { type Figures, MILLION, TEN_MILLION, team } from '../figures.ts';
import { figure, grouped, money, table } from '../markdown.ts';
import { monthlyFreeTier, prices } from '../prices.ts';
import { idleMonth, idlePolls, keeping } from '../standing.ts';
import { addUsage, beyond, timesUsage, type Usage } from '../usage.ts';

/** Four campaigns, the list kept, and everything that runs day and night. */
const monthOf = (figures: Figures, selection: 'all' | 'grave'): Usage =>
  addUsage([timesUsage(figures.team[selection].usage, team.campaigns), idleMonth(), keeping(team.contacts)]);

export const monthTable = (figures: Figures): string => {
  const idle = idleMonth();
  const months = [idle, monthOf(figures, 'all'), monthOf(figures, 'grave')];
  const bills = months.map(billOf);
  const services = bills[0]?.map(({ service }) => service) ?? [];
  const mails = (team.contacts * team.campaigns * prices.mails.dollars) / prices.mails.per;
  return table(
    ['$ a month', 'nothing sent', 'all events', 'bounces only'],
    [
      ...services.map((service, n) => [service, ...bills.map((bill) => money(bill[n]?.dollars ?? 0))]),
      ['**above SES**', ...months.map((month) => money(dollarsOf(month)))],
      ['less the free tier', ...months.map((month) => money(dollarsOf(beyond(month, monthlyFreeTier))))],
      ['SES itself', '0', money(mails), money(mails)],
    ],
  );
};

export const idleSentence = (): string => {
  const idle = idleMonth();
  const polling = billOf({ queueRequests: idlePolls() }).find(({ service }) => service === 'SQS')?.dollars ?? 0;
  return `A month in which nothing is sent costs $${money(dollarsOf(idle))}, or $${money(dollarsOf(beyond(idle, monthlyFreeTier)))} after the free tier. $${money(polling)} of it is Lambda asking ${grouped(Math.round(idlePolls() / MILLION))} million times a month whether a queue has something.`;
};

export const keepingSentence = (): string =>
  `Importing a million contacts costs $${money(dollarsOf(importUsage(MILLION)))} once; keeping ten million costs $${money(dollarsOf(keeping(TEN_MILLION)))} a month with point-in-time recovery (${figure(keeping(TEN_MILLION).tableGbMonths ?? 0)} GB).`;
