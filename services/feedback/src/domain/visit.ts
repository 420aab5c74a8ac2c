import type { MailClient } from './mail-client.ts';

/** What an open or a click tells of whoever came. */
export interface Visit {
  /** It calls itself by the name of a known machine. */
  readonly isByKnownMachine: boolean;
  /** How long after SES accepted the mail. */
  readonly afterMs: number;
  /** The link that was followed, without anything personal; none if it is no link of the web. */
  readonly link?: string | undefined;
  /** The mail reader; of opens. */
  readonly client?: MailClient;
}

/**
 * Who has come. Somebody hasty has clicked so soon that it depends on what else they do: a person follows a link or two, a scanner follows
 * all of them. So nothing is decided before somebody asks, and it does not matter in which order events come.
 */
export const visitors = ['person', 'machine', 'hasty'] as const;
export type Visitor = (typeof visitors)[number];

/** Clicks within a minute after the mail was accepted are hasty. */
export const HASTY_MS = 60_000;

/** Whoever followed so many links in haste is a scanner. */
export const LINKS_OF_SCANNER = 3;

interface Visited {
  readonly kind: string;
  readonly visit?: Visit | undefined;
}

/** Who has opened or clicked, as far as this one event tells. Nobody has a mail before `instantMs` are over: it is on its way. */
export const visitorOf = ({ kind, visit }: Visited, instantMs: number): Visitor => {
  if (visit === undefined) return 'person';
  if (visit.isByKnownMachine || Math.max(0, visit.afterMs) < instantMs) return 'machine';
  return kind === 'clicked' && visit.afterMs < HASTY_MS ? 'hasty' : 'person';
};
