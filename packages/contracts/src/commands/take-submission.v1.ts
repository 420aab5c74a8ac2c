import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id } from '../primitives.ts';

/** Decide what becomes of what somebody sent through a form; it lies in audience's table. Receiver: audience. */
export const TakeSubmissionV1 = defineMessage('take_submission.v1', z.object({ confirmationId: id() }));
export type TakeSubmissionV1 = z.infer<typeof TakeSubmissionV1>;
