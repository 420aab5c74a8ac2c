import { countedLink } from '../domain/link.ts';
import { isMachine } from '../domain/machine.ts';
import { clientOf } from '../domain/mail-client.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { SesEvent } from './ses-event.ts';

/** What an open or a click tells of whoever came: nothing of the address they came from, nothing personal of the link. */
export const visitIn = (event: SesEvent): Pick<Outcome, 'visit'> => {
  if (event.eventType === 'Open') {
    const { userAgent } = event.open;
    return { visit: { ...cameIn(event, event.open), client: clientOf(userAgent) } };
  }
  if (event.eventType !== 'Click') return {};
  const { link } = event.click;
  return { visit: { ...cameIn(event, event.click), ...(link !== undefined && { link: countedLink(link) }) } };
};

const cameIn = (
  { mail }: SesEvent,
  { timestamp, userAgent }: { readonly timestamp: string; readonly userAgent?: string | undefined },
) => ({ isByKnownMachine: isMachine(userAgent), afterMs: Date.parse(timestamp) - Date.parse(mail.timestamp) });
