import { nextOpening, type SendWindow } from '../send-window.ts';
import { type Check, fine, warning } from './check.ts';

/** When the first mails of a campaign that is launched now go out. */
export const startOf = (window: SendWindow | undefined, now: Date): Date => {
  const opens = window && nextOpening(window, now)?.opens;
  return opens && opens > now ? opens : now;
};

/** Whether a campaign that is launched now goes out now. */
export const checkSendWindow = (window: SendWindow | undefined, now: Date): readonly Check[] => {
  if (window === undefined) return [];
  const id = 'window';
  const opensAt = startOf(window, now);
  const { timeZone } = window;
  const data = { ...window, opensAt: opensAt.toISOString() };
  if (opensAt <= now) return [fine({ id, found: 'open', title: 'The send window is open.', data })];
  const shown = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(opensAt);
  return [
    warning({
      id,
      found: 'closed',
      title: `The send window is closed: the first mails go out on ${shown} (${timeZone}).`,
      advice: 'Launch it all the same, and it waits; or change the window.',
      data,
    }),
  ];
};
