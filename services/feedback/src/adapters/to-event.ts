import { createHash } from 'node:crypto';

import { message } from '@bulkhead/contracts';

import type { ContactExported, Fact, ReceiptsReported, RecipientsEngaged } from '../domain/fact.ts';
import type { PartFigures } from '../domain/part-figures.ts';
import type { WorstParts } from '../domain/worst-parts.ts';

/** A fact as the message that others know it by. Its id is made of what happened, so that saying it twice is saying it once. */
export const toEvent = (fact: Fact, correlationId: string) => {
  if (fact.fact === 'recipients_engaged') return toEngaged(fact, correlationId);
  if (fact.fact === 'contact_exported') return toExported(fact, correlationId);
  const about = { source: 'feedback', subject: fact.runId, time: fact.at } as const;

  switch (fact.fact) {
    case 'recipient_bounced': {
      const { runId, chunk, offset, contactId, bounce, messageId } = fact;
      const { type: kind, category } = bounce;
      return message({
        ...about,
        id: `${runId}:${chunk}:${offset}:bounced:${kind}`,
        type: 'recipient.bounced.v1',
        cause: { correlationId, causationId: messageId },
        data: { runId, chunk, offset, contactId, kind, category, at: fact.at.toISOString() },
      });
    }
    case 'recipient_complained': {
      const { runId, chunk, offset, contactId, messageId } = fact;
      return message({
        ...about,
        id: `${runId}:${chunk}:${offset}:complained`,
        type: 'recipient.complained.v1',
        cause: { correlationId, causationId: messageId },
        data: { runId, chunk, offset, contactId, at: fact.at.toISOString() },
      });
    }
    case 'run_health_changed': {
      const { runId, sent, delivered, hardBounced, complained, rejected, delayed, worst } = fact;
      const health = { sent, delivered, hardBounced, complained, rejected, delayed };
      return message({
        ...about,
        id: `${runId}:health:${Object.values(health).join('-')}`,
        type: 'campaign_run.health_changed.v1',
        cause: { correlationId },
        data: { runId, ...health, ...(worst && { worst: toWorst(worst) }) },
      });
    }
    case 'receipts_reported':
      return toReport(fact, correlationId);
  }
};

const toWorst = ({ domains, imports }: WorstParts) => ({
  domains: domains.map(({ name: domain, ...part }) => ({ domain, ...toPart(part) })),
  imports: imports.map(({ name: importId, ...part }) => ({ importId, ...toPart(part) })),
});

const toPart = ({ delivered, hardBounced, complained, rejected }: PartFigures) => ({
  delivered,
  hardBounced,
  complained,
  rejected,
});

const toReport = ({ runId, chunk, probe, asOf, seen, requestId, at }: ReceiptsReported, correlationId: string) =>
  message({
    id: `${runId}:${chunk}:receipts-reported:${asOf.getTime()}`,
    type: 'receipts.reported.v1',
    source: 'feedback',
    subject: runId,
    time: at,
    cause: { correlationId, causationId: requestId },
    data: { runId, chunk, probe, asOf: asOf.toISOString(), seen: Buffer.from(seen).toString('base64') },
  });

/** The same people on the same day are the same message. */
const toEngaged = ({ date, kind, contactIds, at }: RecipientsEngaged, correlationId: string) =>
  message({
    id: `engaged:${date}:${kind}:${createHash('sha256').update(contactIds.join()).digest('base64url').slice(0, 16)}`,
    type: 'recipients.engaged.v1',
    source: 'feedback',
    subject: date,
    time: at,
    cause: { correlationId },
    data: { date, kind, contactIds: [...contactIds] },
  });

const toExported = ({ exportId, contactId, part, mailings, causationId, at }: ContactExported, correlationId: string) =>
  message({
    id: `${exportId}:feedback:${part}`,
    type: 'feedback.contact_exported.v1',
    source: 'feedback',
    subject: contactId,
    time: at,
    cause: { correlationId, causationId },
    data: {
      exportId,
      contactId,
      part,
      mailings: mailings.map(({ runId, campaignName, startedAt, outcomes }) => ({
        runId,
        ...(campaignName && { campaignName }),
        ...(startedAt && { startedAt: startedAt.toISOString() }),
        outcomes: [...outcomes],
      })),
    },
  });
