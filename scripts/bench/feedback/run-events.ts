import { chanceOf } from './chance-of.ts';
import type { Happening } from './happenings.ts';

const CHUNK = 1_000;
/** Chunks that are sent side by side, and how many mails of one at a time. */
const CHUNKS_AT_ONCE = 5;
const CLAIM = 50;

/** The recipients in the order in which they are sent to: five chunks side by side, fifty mails of each in turn. */
const sendingOrder = (recipients: number): readonly number[] => {
  const turns = Math.ceil(recipients / (CHUNK * CHUNKS_AT_ONCE));
  const claims = CHUNK / CLAIM;
  return Array.from({ length: turns * claims * CHUNKS_AT_ONCE * CLAIM }, (_, n) => {
    const turn = Math.floor(n / (CHUNK * CHUNKS_AT_ONCE));
    const claim = Math.floor(n / (CHUNKS_AT_ONCE * CLAIM)) % claims;
    const chunk = Math.floor(n / CLAIM) % CHUNKS_AT_ONCE;
    return (turn * CHUNKS_AT_ONCE + chunk) * CHUNK + claim * CLAIM + (n % CLAIM);
  }).filter((recipient) => recipient < recipients);
};

/** How a mail ends: 98.6 % arrive, 1 % cannot, 0.4 % cannot now. */
const endOf = (recipient: number): Pick<Happening, 'eventType' | 'bounceType'> => {
  const drawn = chanceOf(`end ${recipient}`);
  if (drawn < 0.01) return { eventType: 'Bounce', bounceType: 'Permanent' };
  if (drawn < 0.014) return { eventType: 'Bounce', bounceType: 'Transient' };
  return { eventType: 'Delivery' };
};

const sendingOf = (recipient: number, sent: number): readonly Happening[] => {
  const drawn = (what: string) => chanceOf(`${what} ${recipient}`);
  const end = endOf(recipient);
  const arrived = end.eventType === 'Delivery';
  return [
    { eventType: 'Send', recipient, at: sent + drawn('send') * 100 },
    ...(drawn('delay') < 0.005 ? [{ eventType: 'DeliveryDelay', recipient, at: sent + 1_000 } as const] : []),
    { ...end, recipient, at: sent + 300 + drawn('arrival') * 600 },
    ...(arrived && drawn('complaint') < 0.0005
      ? [{ eventType: 'Complaint', recipient, at: sent + 5_000 } as const]
      : []),
  ];
};

/** What happens while a run is sent, in the order in which SES tells it. */
export const sendingEvents = (recipients: number): readonly Happening[] =>
  sendingOrder(recipients)
    .flatMap(sendingOf)
    .sort((a, b) => a.at - b.at);
