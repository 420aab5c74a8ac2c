import { type Engaged, engagedOf } from '../domain/engaged.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Clock, Facts } from './ports.ts';

export type TellEngagement = (happened: readonly Outcome[]) => Promise<void>;

/** A day's readers of a large run, at some hundred bytes each. */
const REMEMBERED = 200_000;

/**
 * Tells who opened mails or followed links, by day. Whoever does it again on the same day is not told again by the same function, as long
 * as it lives and remembers; nobody remembers longer, because that would be a record of persons. Who hears it twice writes it once.
 */
export const makeTellEngagement = ({
  facts,
  clock,
  instantMs,
}: {
  readonly facts: Facts;
  readonly clock: Clock;
  readonly instantMs: number;
}): TellEngagement => {
  const told = new Set<string>();
  const nameOf = ({ date, kind }: Engaged, contactId: string): string => `${date} ${kind} ${contactId}`;

  return async (happened) => {
    const news = engagedOf(happened, instantMs).flatMap((engaged) => {
      const contactIds = engaged.contactIds.filter((contactId) => !told.has(nameOf(engaged, contactId)));
      return contactIds.length === 0 ? [] : [{ ...engaged, contactIds }];
    });
    if (news.length === 0) return;

    const at = clock.now();
    for (const [date, same] of Map.groupBy(news, (engaged) => engaged.date)) {
      const chain = { correlationId: `engaged:${date}` };
      await facts.publish(
        same.map((engaged) => ({ ...engaged, fact: 'recipients_engaged', at }) as const),
        chain,
      );
    }
    if (told.size > REMEMBERED) told.clear();
    for (const engaged of news) for (const contactId of engaged.contactIds) told.add(nameOf(engaged, contactId));
  };
};
