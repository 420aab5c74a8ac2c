import type { Operation } from '@bulkhead/openapi';

import { SenderBody, SenderPath } from '../handlers/sender-shapes.ts';
import { PageQuery } from '../handlers/shapes.ts';
import { Sender, SenderPage } from './answers-senders.ts';

const notFound = ['sender_not_found'];

export const senderOperations: readonly Operation[] = [
  {
    operationId: 'listSenders',
    route: 'GET /api/campaigns/senders',
    role: 'viewer',
    summary: 'Lists the senders who are set up.',
    query: PageQuery,
    answers: { 200: { schema: SenderPage } },
  },
  {
    operationId: 'getSender',
    route: 'GET /api/campaigns/senders/{senderId}',
    role: 'viewer',
    summary: 'Shows a sender.',
    path: SenderPath,
    answers: { 200: { schema: Sender, etag: true } },
    problems: { 404: notFound },
  },
  {
    operationId: 'putSender',
    route: 'PUT /api/campaigns/senders/{senderId}',
    role: 'administrator',
    summary: 'Sets a sender up under an id of your choice, without If-Match; or changes one, with it.',
    path: SenderPath,
    body: SenderBody,
    ifMatch: 'optional',
    answers: { 200: { schema: Sender, etag: true }, 201: { schema: Sender, etag: true } },
    problems: {
      422: [
        'sender_name_unusable',
        'sender_name_deceptive',
        'address_unusable',
        'label_unusable',
        'footer_unusable',
        'time_zone_unknown',
      ],
    },
  },
  {
    operationId: 'deleteSender',
    route: 'DELETE /api/campaigns/senders/{senderId}',
    role: 'administrator',
    summary: 'Deletes a sender. Campaigns that name it cannot be launched any more.',
    path: SenderPath,
    ifMatch: 'required',
    answers: { 204: {} },
    problems: { 404: notFound },
  },
];
