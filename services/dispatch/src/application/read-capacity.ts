import { type Capacity, capacityOf } from '../domain/capacity.ts';
import type { Clock, Governors } from './ports.ts';

interface Ports {
  readonly governors: Pick<Governors, 'read'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** What can be sent now. Good to know and nothing more: nobody fails because it cannot be told. */
export const readCapacity = async ({ governors, clock }: Ports, runId: string): Promise<Capacity | undefined> => {
  const record = await governors.read().catch(() => undefined);
  return record && capacityOf(record, runId, clock.now());
};
