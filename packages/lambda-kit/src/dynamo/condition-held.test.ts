import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';

import { conditionHeld } from './condition-held.ts';

it('says that a write whose condition held was made', async () => {
  expect(await conditionHeld(Promise.resolve({}))).toBe(true);
});

it('says that a write whose condition did not hold was not made', async () => {
  const refused = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });

  expect(await conditionHeld(Promise.reject(refused))).toBe(false);
});

it.each([new Error('lost'), new TransactionCanceledException({ message: 'no', $metadata: {} })])(
  'says nothing of a write that failed otherwise: $name',
  async (failure) => {
    await expect(conditionHeld(Promise.reject(failure))).rejects.toBe(failure);
  },
);
