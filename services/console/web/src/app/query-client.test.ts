import { onlineManager } from '@tanstack/react-query';

import { queryClient } from './query-client.ts';

it('fails at once what somebody does without a network, instead of doing it whenever there is one again', async () => {
  onlineManager.setOnline(false);
  const mutationFn = () => Promise.reject(new Error('no network'));

  const doing = queryClient.getMutationCache().build(queryClient, { mutationFn });

  await expect(doing.execute(undefined)).rejects.toThrow('no network');
  onlineManager.setOnline(true);
});
