import { isForgiven } from '../../domain/soft-bounces.ts';
import { ahead, following } from '../snapshot/sorted-streams.ts';
import type { MailedSoftBounces, SoftBounced } from './ports.ts';

interface Page {
  readonly recipients: readonly { readonly contactId: string }[];
}

interface Mailed {
  readonly runId: string;
  readonly shard: number;
  readonly at: Date;
}

/**
 * Passes on the recipients of a shard, in the order of their ids, and notes the run with those few whose mails came back lately: if this
 * one does not, their row has ended. Whose row has ended already is forgotten. Doing it again changes nothing.
 */
export async function* notingMailings<Pages extends Page>(
  softBounces: MailedSoftBounces,
  pages: AsyncIterable<Pages>,
  { runId, shard, at }: Mailed,
): AsyncGenerator<Pages> {
  const bounced = following(ahead(softBounces.inShard(shard)));
  for await (const page of pages) {
    const found = [...(await bounced(page.recipients.map(({ contactId }) => contactId))).values()];
    const isOver = ({ mailings }: SoftBounced) => isForgiven(mailings, at);
    const isNoted = ({ mailings }: SoftBounced) => mailings.some((mailing) => mailing.runId === runId);
    const open = found.filter((one) => !isOver(one) && !isNoted(one));

    await softBounces.forget(found.filter(isOver));
    await softBounces.note(
      open.map(({ contactId }) => contactId),
      { runId, at: at.toISOString() },
    );
    yield page;
  }
}
