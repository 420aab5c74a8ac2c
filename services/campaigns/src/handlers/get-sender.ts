import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Senders } from '../application/ports.ts';
import { answerToSender } from './sender-problems.ts';
import { SenderPath } from './sender-shapes.ts';
import { etagOf } from './versions.ts';
import { senderView } from './views.ts';

/** GET /api/campaigns/senders/{senderId} */
export const getSender = (senders: Pick<Senders, 'find'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: SenderPath,
      handle: async ({ path: { senderId } }) => {
        const profile = await senders.find(senderId);
        if (profile === undefined) return answerToSender({ kind: 'sender_not_found' });
        return { status: 200, headers: etagOf(profile), body: senderView(profile) };
      },
    },
    edge,
  );
