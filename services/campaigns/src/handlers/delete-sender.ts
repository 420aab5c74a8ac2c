import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { DeleteSender } from '../application/senders.ts';
import { answerToSender } from './sender-problems.ts';
import { SenderPath } from './sender-shapes.ts';
import { unlessOvertaken, versionSeen } from './versions.ts';

/** DELETE /api/campaigns/senders/{senderId} */
export const deleteSender = (remove: DeleteSender, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'administrator',
      path: SenderPath,
      handle: ({ path: { senderId }, headers }) =>
        unlessOvertaken(async () => {
          const seen = versionSeen(headers);
          if ('answer' in seen) return seen.answer;

          const outcome = await remove({ senderId, version: seen.version });
          return outcome.ok ? { status: 204 } : answerToSender(outcome.problem);
        }),
    },
    edge,
  );
