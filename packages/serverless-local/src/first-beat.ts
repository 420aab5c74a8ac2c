import type { FrameworkService } from './framework.ts';
import { isList, mapAt, type Template } from './template.ts';

/**
 * Calls every function with a `rate(…)` schedule once, at the start.
 *
 * serverless-offline calls them on the full minute, so that what one of them prepares, say the sending quota, would be
 * missing for up to a minute after each start. On AWS that minute passed when the stack was deployed.
 */
export const callScheduledOnce = async (service: FrameworkService, lambdaUrl: string): Promise<void> => {
  const names = service
    .getAllFunctions()
    .map((key) => service.getFunction(key))
    .filter(({ events = [] }) => events.some(({ schedule }) => hasRate(schedule)))
    .map(({ name }) => name);

  await Promise.allSettled(
    names.map((name) =>
      fetch(`${lambdaUrl}/2015-03-31/functions/${name}/invocations`, {
        method: 'POST',
        body: JSON.stringify({ 'detail-type': 'Scheduled Event', source: 'aws.events', detail: {} }),
      }),
    ),
  );
};

const hasRate = (schedule: Template): boolean => {
  const event = mapAt({ schedule }, 'schedule');
  if (event['enabled'] === false) return false;
  const rates = event['rate'] ?? schedule;

  return (isList(rates) ? rates : [rates]).some((rate) => typeof rate === 'string' && rate.startsWith('rate('));
};
