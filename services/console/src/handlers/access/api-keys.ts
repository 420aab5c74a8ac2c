import { type HttpAnswer, type HttpEdge, httpHandler, problem } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import { type MakeKey, MOST_USABLE_KEYS, type RevokeKey } from '../../application/access/manage-keys.ts';
import type { ApiKeys } from '../../application/access/ports.ts';
import type { Clock } from '../../application/ports.ts';
import type { ApiKeyMade, ApiKeysAnswer } from '../../openapi/access-answers.ts';
import { say } from '../sentences.ts';
import { KeyPath, MakeKeyBody } from './key-shapes.ts';
import { keyView } from './key-views.ts';

const role = 'administrator';

/** GET /api/console/keys */
export const listKeys = (keys: Pick<ApiKeys, 'all'>, clock: Clock, edge: HttpEdge) =>
  httpHandler(
    {
      role,
      handle: async () => {
        const now = clock.now();
        const body: Answer<typeof ApiKeysAnswer> = { keys: (await keys.all()).map((key) => keyView(key, now)) };
        return { status: 200, body };
      },
    },
    edge,
  );

/** POST /api/console/keys */
export const makeKey = (make: MakeKey, edge: HttpEdge) =>
  httpHandler(
    {
      role,
      body: MakeKeyBody,
      handle: async ({ body: { name, role: ofKey, services, expiresAt }, caller = '', callerName }) => {
        const madeBy = { sub: caller, ...(callerName !== undefined && { name: callerName }) };
        const until = expiresAt === undefined ? undefined : new Date(expiresAt);
        const made = await make({
          name,
          role: ofKey,
          services: services && [...new Set(services)],
          expiresAt: until,
          madeBy,
        });
        if (made.kind !== 'made') return refusals[made.kind]();

        const body: Answer<typeof ApiKeyMade> = { ...keyView(made.key, made.key.madeAt), secret: made.secret };
        return { status: 201, headers: { location: `/api/console/keys/${made.key.keyId}` }, body };
      },
    },
    edge,
  );

/** DELETE /api/console/keys/{keyId} */
export const revokeKey = (revoke: RevokeKey, edge: HttpEdge) =>
  httpHandler(
    {
      role,
      path: KeyPath,
      handle: async ({ path: { keyId } }) => ((await revoke(keyId)) ? { status: 204 } : keyUnknown()),
    },
    edge,
  );

const refusals = {
  expires_before_now: (): HttpAnswer => problem({ status: 400, ...say('expires_before_now') }),
  too_many: (): HttpAnswer => problem({ status: 409, ...say('too_many_keys', { most: MOST_USABLE_KEYS }) }),
} as const;

const keyUnknown = (): HttpAnswer => problem({ status: 404, ...say('key_unknown') });
