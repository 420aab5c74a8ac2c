import { QueryClient, QueryObserver } from '@tanstack/react-query';

import { askChecksAgain } from './ask-checks-again.ts';

it('tells that a launch has failed before the checks have answered again', async () => {
  const client = new QueryClient();
  const queryKey = ['preflight', 'cmp_1', 1];
  client.setQueryData(queryKey, 'as it was');
  let asked = 0;
  const queryFn = () => new Promise<string>(() => (asked += 1));
  const stop = new QueryObserver(client, { queryKey, queryFn, staleTime: Infinity }).subscribe(() => undefined);

  const launching = client.getMutationCache().build(client, {
    mutationFn: () => Promise.reject(new Error('no answer')),
    onError: () => askChecksAgain(client, 'cmp_1'),
  });

  await expect(launching.execute(undefined)).rejects.toThrow('no answer');
  expect(asked).toBe(1);
  stop();
});
