import { onlineManager } from '@tanstack/react-query';

import { queryClient } from '../app/query-client.ts';
import { takingTheirs } from './take-theirs.ts';

const taken = async (showTheirs: () => Promise<void>) => {
  const done: string[] = [];
  const deed = takingTheirs({
    showTheirs: async () => {
      await showTheirs();
      done.push('shown');
    },
    drop: () => done.push('dropped'),
    decided: () => done.push('decided'),
  });
  const error = await queryClient
    .getMutationCache()
    .build(queryClient, deed)
    .execute(undefined)
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  return { done, error };
};

it('shows theirs before mine is dropped: what begins anew begins with theirs', async () => {
  const { done } = await taken(async () => undefined);

  expect(done).toEqual(['shown', 'dropped', 'decided']);
});

it('keeps mine, and the question open, where theirs cannot be read: at once without a network', async () => {
  onlineManager.setOnline(false);
  const lost = new Error('no network');

  const { done, error } = await taken(() => Promise.reject(lost));

  expect(done).toEqual([]);
  expect(error).toBe(lost);
  onlineManager.setOnline(true);
});
