import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';

/** Ask SES what it grants, before the schedule does. Receiver: dispatch. */
export const LookAtQuotaV1 = defineMessage('look_at_quota.v1', z.object({}));
export type LookAtQuotaV1 = z.infer<typeof LookAtQuotaV1>;
