import { message } from '@bulkhead/contracts';

import { lambdaContext } from '../../../packages/testing/src/lambda-context.ts';
import { sqsEvent } from '../../../packages/testing/src/sqs-event.ts';
import { handler } from '../../../services/dispatch/src/handlers/on-wave-released.entry.ts';
import { run } from '../dispatch/run-objects.ts';

/** The function that releases waves, as it is deployed: asked with chunk numbers, it releases a wave of them. */
const release = async (chunks: readonly number[]): Promise<void> => {
  const released = message({
    id: 'bench-wave-1',
    type: 'campaign_run.wave_released.v1',
    source: 'campaigns',
    time: new Date(),
    cause: { correlationId: 'bench' },
    data: { ...run, wave: 1, final: false, chunks: [...chunks] },
  });
  const { batchItemFailures } = await handler(sqsEvent(released), lambdaContext);
  if (batchItemFailures.length > 0) throw new Error('The wave could not be released');
};

process.on('message', (chunks: readonly number[]) => {
  release(chunks).then(
    () => process.send?.('released'),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
