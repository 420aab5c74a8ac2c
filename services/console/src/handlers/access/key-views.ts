import type { Answer } from '@bulkhead/openapi';

import { type ApiKey, keyState } from '../../domain/access/api-key.ts';
import type { ApiKeyView } from '../../openapi/access-answers.ts';

export const keyView = (key: ApiKey, now: Date): Answer<typeof ApiKeyView> => {
  const { keyId, name, role, services, madeAt, madeBy, expiresAt, lastUsedOn, revokedAt } = key;
  return {
    keyId,
    name,
    role,
    ...(services && { services: [...services] }),
    state: keyState(key, now),
    madeAt: madeAt.toISOString(),
    madeBy,
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(lastUsedOn !== undefined && { lastUsedOn }),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
  };
};
