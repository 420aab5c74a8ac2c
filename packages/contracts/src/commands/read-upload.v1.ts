import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id } from '../primitives.ts';

/** Read the files of an import that somebody has looked at. Receiver: audience. */
export const ReadUploadV1 = defineMessage('read_upload.v1', z.object({ importId: id() }));
export type ReadUploadV1 = z.infer<typeof ReadUploadV1>;
