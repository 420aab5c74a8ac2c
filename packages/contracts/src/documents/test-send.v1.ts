import * as z from 'zod/mini';

import { id, mergeFields, text } from '../primitives.ts';
import { FrozenContentV1 } from './frozen-content.v1.ts';

/** A test of a campaign for a few people. Written by campaigns under `exchange/tests/<testId>.json`. */
export const TestSendV1 = z.object({
  version: z.literal(1),
  testId: id(),
  content: FrozenContentV1,
  recipients: z.array(z.object({ address: text(320), fields: mergeFields() })).check(z.minLength(1), z.maxLength(10)),
});
export type TestSendV1 = z.infer<typeof TestSendV1>;
