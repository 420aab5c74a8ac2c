import { countedLink } from '../domain/link.ts';
import { isMachine } from '../domain/machine.ts';
import { clientOf } from '../domain/mail-client.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { SesEvent } from './ses-event.ts';

/** What an open or a click tells of whoever came: nothing of the address they came from, nothing personal of the link. */
export const visitIn = (event: SesEvent): Pick<Outcome, 'visit'> => {
  if (event.eventType === 'Open') {
    return { visit: { ...cameIn(event, event.open), client: clientOf(nameIn(event.open)) } };
  }
  if (event.eventType !== 'Click') return {};
  const { link } = event.click;
  return { visit: { ...cameIn(event, event.click), ...(link !== undefined && { link: counted(link) }) } };
};

/** A run has few links, and each comes by the thousand. */
const known = new Map<string, string | undefined>();
const KEPT = 1_000;

const counted = (link: string): string | undefined => {
  const before = known.get(link);
  if (before !== undefined) return before;
  const answer = countedLink(link);
  if (known.size >= KEPT) known.clear();
  known.set(link, answer);
  return answer;
};

interface Came {
  readonly timestamp: string;
  readonly userAgent?: string | undefined;
}

const cameIn = ({ mail }: SesEvent, came: Came) => ({
  isByKnownMachine: isMachine(nameIn(came)),
  afterMs: Date.parse(came.timestamp) - Date.parse(mail.timestamp),
});

/** Whoever comes may call itself what it likes, at any length. */
const nameIn = ({ userAgent = '' }: Came): string => userAgent.slice(0, LONGEST_NAME);
const LONGEST_NAME = 500;
