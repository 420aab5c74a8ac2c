import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { PutSender } from '../application/senders.ts';
import { answerToSender } from './sender-problems.ts';
import { SenderBody, SenderPath, toProfileDraft } from './sender-shapes.ts';
import { etagOf, unlessOvertaken, versionSeen } from './versions.ts';
import { senderView } from './views.ts';

/** PUT /api/campaigns/senders/{senderId} */
export const putSender = (put: PutSender, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'administrator',
      path: SenderPath,
      body: SenderBody,
      handle: ({ path: { senderId }, body, headers }) =>
        unlessOvertaken(async () => {
          const seen = versionSeen(headers);
          if ('answer' in seen) return seen.answer;

          const outcome = await put(toProfileDraft(body), { senderId, version: seen.version });
          if (!outcome.ok) return answerToSender(outcome.problem);
          const status = seen.version === undefined ? 201 : 200;
          return { status, headers: etagOf(outcome.value), body: senderView(outcome.value) };
        }),
    },
    edge,
  );
