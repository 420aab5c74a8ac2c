import { RecordDeedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { DeedLog } from '../application/deed-log.ts';

/** record_deed.v1, from every service: keeps who did what. */
export const onRecordDeed = (deeds: Pick<DeedLog, 'append'>, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: RecordDeedV1,
      handle: async ({ data: { at, person, ...deed } }) => {
        const { sub, name } = person;
        await deeds.append({ ...deed, at: new Date(at), person: { sub, ...(name !== undefined && { name }) } });
      },
    },
    edge,
  );
