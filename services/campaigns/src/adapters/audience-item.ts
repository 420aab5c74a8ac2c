import * as z from 'zod/mini';

import type { Audience } from '../domain/audience.ts';

const ids = z.optional(z.array(z.string()));

export const AudienceItem = z.object({ lists: ids, exclude: ids, segments: ids, excludeSegments: ids });

export const fromAudienceItem = ({
  lists,
  exclude,
  segments,
  excludeSegments,
}: z.infer<typeof AudienceItem>): Audience => ({
  ...(lists && { lists }),
  ...(exclude && { exclude }),
  ...(segments && { segments }),
  ...(excludeSegments && { excludeSegments }),
});
