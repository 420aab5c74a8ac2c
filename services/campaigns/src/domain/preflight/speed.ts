import { type Check, fine, warning } from './check.ts';

/**
 * What all senders of dispatch have together: sixteen functions of 512 MB, and Lambda gives a function a core for every 1,769 MB
 * (services/dispatch/serverless.yml, docs/benchmarks.md).
 */
const SENDER_CORES = (16 * 512) / 1_769;
/** A usual mail takes less than one; below this, what is measured once says little. */
const NOTABLE_MS = 20;

/** How long one mail is made, in milliseconds of a core: a template may loop, and does so again for every recipient. */
export const checkSpeed = (milliseconds: number, mostPerSecond: number | undefined): Check => {
  const id = 'speed';
  const perSecond = Math.max(1, Math.floor((SENDER_CORES * 1_000) / Math.max(1, milliseconds)));
  const data = { milliseconds: Math.ceil(milliseconds), perSecond };
  const isSlow = milliseconds >= NOTABLE_MS && (mostPerSecond === undefined || perSecond < mostPerSecond);
  return isSlow
    ? warning({
        id,
        found: 'slow',
        title: `Making one mail takes ${data.milliseconds} ms: at most about ${perSecond} a second can be sent, whatever SES would take.`,
        advice: 'Look for loops in the template: what they make is made again for every recipient.',
        data,
      })
    : fine({ id, found: 'fine', title: 'The mail is quickly made.', data });
};
