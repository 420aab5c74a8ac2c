import {
  type HttpAnswer,
  type HttpEdge,
  httpHandler,
  issueOf,
  jsonOrUndefined,
  problem,
  sayInCommon,
} from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RequestConsentChange, WishProblem } from '../application/request-consent-change.ts';
import { contactNotFound, listNotFound } from './problems.ts';
import { say } from './sentences.ts';
import { ContactPath, id } from './shapes.ts';

export const ConsentWish = z.strictObject({ listId: z.optional(id('lst')) });

/** POST /api/audience/contacts/{contactId}/unsubscribe and …/resubscribe. Without a list, and without a body, all mail is meant. */
export const changeContactConsent = (
  change: 'unsubscribe' | 'resubscribe',
  request: RequestConsentChange,
  edge: HttpEdge,
) =>
  httpHandler(
    {
      role: 'author',
      path: ContactPath,
      handle: async ({ path, rawBody, caller, correlationId, requestId }) => {
        const wish = z.safeParse(ConsentWish, rawBody === '' ? {} : jsonOrUndefined(rawBody));
        if (!wish.success) {
          const errors = [issueOf('listId', say('list_or_nothing'))];
          return problem({
            status: 400,
            ...sayInCommon('request_malformed', { part: 'body' }),
            detail: DETAIL,
            errors,
          });
        }
        const wanted = { contactId: path.contactId, listId: wish.data.listId, change, member: caller };
        const outcome = await request(wanted, { correlationId, causationId: requestId });
        return outcome.ok ? { status: 202 } : refused(outcome.problem);
      },
    },
    edge,
  );

const DETAIL = 'The body may hold the listId to change; leave it out to change all mail.';

const stays = {
  complaint: 'has called our mail spam',
  hard_bounce: 'has an address to which no mail can be delivered',
} as const;

const refused = (refusal: WishProblem): HttpAnswer => {
  if (refusal.kind === 'contact_not_found') return contactNotFound();
  if (refusal.kind === 'list_not_found') return listNotFound();

  return problem({ status: 409, ...say(refusal.kind, { reason: stays[refusal.reason] }) });
};
