import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import type { components } from '../../api/console.d.ts';
import { api, ask, tell } from '../../common/api.ts';

export type ApiKey = components['schemas']['ApiKeyView'];
type Wish = components['schemas']['MakeKeyBody'];

const queryKey = ['api-keys'] as const;

export const keysQuery = (isAllowed: boolean) =>
  queryOptions({ queryKey, queryFn: () => ask(api.console.GET('/api/console/keys')), enabled: isAllowed });

/** The answer holds the secret: it stays with whoever asked and goes into no cache. */
export const useMakeKey = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wish) => ask(api.console.POST('/api/console/keys', { body })),
    gcTime: 0,
    onSuccess: () => void client.invalidateQueries({ queryKey }),
  });
};

export const useRevokeKey = (whenDone: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (keyId: string) =>
      tell(api.console.DELETE('/api/console/keys/{keyId}', { params: { path: { keyId } } })),
    onSuccess: (_, keyId) => {
      client.setQueryData(keysQuery(true).queryKey, (known) => known && { keys: known.keys.map(revoked(keyId)) });
      whenDone();
      void client.invalidateQueries({ queryKey });
    },
  });
};

const revoked =
  (keyId: string) =>
  (key: ApiKey): ApiKey =>
    key.keyId === keyId ? { ...key, state: 'revoked' } : key;
