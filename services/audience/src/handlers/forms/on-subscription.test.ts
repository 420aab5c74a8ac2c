import { message } from '@bulkhead/contracts';
import { lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import { givenForm, TUESDAY } from '../../testing/form-world.ts';
import { onSubscription } from './on-subscription.ts';

const told = (type: string, data: object) =>
  message({ id: 'message-1', type, source: 'audience', time: new Date(TUESDAY), cause: { correlationId: 'c' }, data });
const submitted = told('take_submission.v1', { confirmationId: 'cnf_1' });
const confirmed = told('confirm_subscription.v1', { confirmationId: 'cnf_1', at: '2026-11-17T10:00:00Z' });

const setUp = async () => {
  const world = givenForm();
  await world.send();
  const edge = recordingEdge();
  const handler = onSubscription(
    { takeSubmission: world.take, confirmSubscription: (id, at) => world.confirm(at, id) },
    edge,
  );
  return { ...world, edge, deliver: (...bodies: readonly unknown[]) => handler(sqsEvent(...bodies), lambdaContext) };
};

it('asks the mailbox, then puts who confirms on the list, however often both are told', async () => {
  const { deliver, standing, mails, history } = await setUp();

  const answers = [await deliver(submitted, submitted), await deliver(confirmed, confirmed)];

  expect(answers).toEqual(Array(2).fill({ batchItemFailures: [] }));
  expect(new Set(mails.announced.map(({ confirmationId }) => confirmationId))).toEqual(new Set(['cnf_1']));
  expect(await standing()).toMatchObject({ isMember: true, list: false });
  expect(new Set(history.entries.map(({ said }) => said.at))).toEqual(new Set([TUESDAY]));
});

it('parks what it cannot read, and does nothing with what is forgotten', async () => {
  const { deliver, edge, standing } = await setUp();

  const answer = await deliver('not json', told('confirm_subscription.v1', { confirmationId: 'cnf_9', at: TUESDAY }));

  expect(answer).toEqual({ batchItemFailures: [] });
  expect(edge.parked).toEqual(['message_malformed']);
  expect(await standing()).toMatchObject({ isMember: false });
});
