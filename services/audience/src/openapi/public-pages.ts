import type { Operation } from '@bulkhead/openapi';

import { TokenPath } from '../handlers/shapes.ts';

const page = { contentType: 'text/html', description: 'A page for whoever holds the link.' } as const;
const broken = { contentType: 'text/html', description: 'A page that says what to do about a broken link.' } as const;

interface Page {
  readonly path: string;
  /** Functions: that show it, and that take what is posted to it. */
  readonly show: string;
  readonly take: string;
  readonly shows: string;
  readonly takes: string;
}

/** Pages behind the links of mails. */
const pages: readonly Page[] = [
  {
    path: 'unsubscribe',
    show: 'showUnsubscribe',
    take: 'unsubscribe',
    shows: 'Asks whether somebody wants to leave, and changes nothing.',
    takes: 'Takes somebody off the list: one click of a mail program (RFC 8058), or the button of the page.',
  },
  {
    path: 'preferences',
    show: 'showPreferences',
    take: 'savePreferences',
    shows: 'Shows what somebody gets, and changes nothing.',
    takes: 'Keeps what somebody wants to get.',
  },
  {
    path: 'confirmations',
    show: 'showConfirmation',
    take: 'confirmSubscription',
    shows: 'Asks whether somebody wants to be on a list, and changes nothing.',
    takes: 'Puts somebody on a list who has pressed the button of the page.',
  },
];

const shared = { role: 'anyone', path: TokenPath, answers: { 200: page, 400: broken } } as const;

export const publicOperations: readonly Operation[] = pages.flatMap(({ path, show, take, shows, takes }) => [
  { ...shared, operationId: show, route: `GET /api/audience/${path}/{token}`, summary: shows },
  { ...shared, operationId: `${show}Head`, route: `HEAD /api/audience/${path}/{token}`, summary: shows },
  { ...shared, operationId: take, route: `POST /api/audience/${path}/{token}`, summary: takes },
]);
