import type { Api } from '@bulkhead/openapi';

import { api as audience } from '../../services/audience/src/openapi/api.ts';
import { api as campaigns } from '../../services/campaigns/src/openapi/api.ts';
import { api as console } from '../../services/console/src/openapi/api.ts';
import { api as dispatch } from '../../services/dispatch/src/openapi/api.ts';
import { api as feedback } from '../../services/feedback/src/openapi/api.ts';

/** What the services offer over HTTP. */
export const apis: readonly Api[] = [audience, campaigns, console, dispatch, feedback];
