import { failedIds } from './batch-answer.ts';

const ids = ['m0', 'm1'];

describe('failedIds', () => {
  it.each(['null', '{}', '{"batchItemFailures":[]}', '{"batchItemFailures":null}'])(
    'takes %s for success of all',
    (payload) => {
      expect(failedIds(payload, ids)).toEqual(new Set());
    },
  );

  it('names the messages that failed', () => {
    expect(failedIds('{"batchItemFailures":[{"itemIdentifier":"m1"}]}', ids)).toEqual(new Set(['m1']));
  });

  it.each([
    ['a message that was not there', '{"batchItemFailures":[{"itemIdentifier":"m7"}]}'],
    ['an empty identifier', '{"batchItemFailures":[{"itemIdentifier":""}]}'],
    ['a missing identifier', '{"batchItemFailures":[{"id":"m1"}]}'],
    ['no JSON', '{"batchItemFailures"'],
    ['a text', '"done"'],
  ])('takes %s for failure of all', (_, payload) => {
    expect(failedIds(payload, ids)).toEqual(new Set(ids));
  });
});
