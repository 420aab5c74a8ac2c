import { notifyManager, onlineManager, QueryObserver } from '@tanstack/react-query';

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

it('drops mine only once whatever shows theirs has heard of them: an editor begins with what is shown by then', async () => {
  const queryKey = ['template', 'tpl_1'];
  const seen: unknown[] = [];
  queryClient.setQueryData(queryKey, 'as I opened it');
  // As components listen: they are told a moment later.
  const hear = notifyManager.batchCalls(() => seen.push(queryClient.getQueryData(queryKey)));
  const stop = new QueryObserver(queryClient, { queryKey, enabled: false }).subscribe(hear);
  const deed = takingTheirs({
    showTheirs: async () => void queryClient.setQueryData(queryKey, 'theirs'),
    drop: () => seen.push('dropped'),
    decided: () => undefined,
  });

  await queryClient.getMutationCache().build(queryClient, deed).execute(undefined);

  expect(seen).toEqual(['theirs', 'dropped']);
  stop();
});

it('keeps mine, and the question open, where theirs cannot be read: at once without a network', async () => {
  onlineManager.setOnline(false);
  const lost = new Error('no network');

  const { done, error } = await taken(() => Promise.reject(lost));

  expect(done).toEqual([]);
  expect(error).toBe(lost);
  onlineManager.setOnline(true);
});
