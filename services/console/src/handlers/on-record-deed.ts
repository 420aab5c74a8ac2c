import { RecordDeedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { DeedLog } from '../application/deed-log.ts';

/** record_deed.v1, from every service: keeps who did what. */
export const onRecordDeed = (deeds: Pick<DeedLog, 'append'>, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: RecordDeedV1,
      handle: async ({ data: { at, person, ...deed } }) => {
        const { sub, name, role } = person;
        const who = { sub, ...(name !== undefined && { name }), ...(role !== undefined && { role }) };
        await deeds.append({ ...deed, at: new Date(at), person: who });
      },
    },
    edge,
  );
