import { existsSync } from 'node:fs';

import { services } from '@bulkhead/contracts';
import { packagedTemplate } from '@bulkhead/testing';

import { deadLetterQueues } from '../../src/domain/dead-letter-queues.ts';

const stacks = services.flatMap((service) => [`${service}/`, `${service}/stateful/`]);
const templates = await Promise.all(
  stacks.map((stack) => packagedTemplate(new URL(`../../../${stack}`, import.meta.url))),
);
const queues = templates
  .flatMap((template) => template.ofType('AWS::SQS::Queue'))
  .map(({ properties }) => String(properties['QueueName']).replace('bulkhead-dev-', ''));

it('knows every queue of dead letters of every stack', () => {
  const known = deadLetterQueues.map(({ name }) => `${name}-dlq`);

  expect(known.toSorted()).toEqual(queues.filter((name) => name.endsWith('-dlq')).toSorted());
});

it('knows which of them came from a queue that can take them back', () => {
  const takingBack = deadLetterQueues.filter(({ takesBack }) => takesBack).map(({ name }) => name);

  expect(takingBack.toSorted()).toEqual(
    deadLetterQueues
      .map(({ name }) => name)
      .filter((name) => queues.includes(name))
      .toSorted(),
  );
});

it.each(deadLetterQueues)('has a runbook for $name', ({ name }) => {
  expect(existsSync(new URL(`../../../../docs/runbooks/${name}-dlq.md`, import.meta.url))).toBe(true);
});
