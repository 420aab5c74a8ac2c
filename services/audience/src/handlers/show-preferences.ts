import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { ShowPreferences } from '../application/preferences.ts';
import { preferencesPage } from './preferences-page.ts';
import { languageOf } from './public-page.ts';
import { TokenPath } from './shapes.ts';
import { unsubscribePage } from './unsubscribe-page.ts';

/** GET and HEAD /api/audience/preferences/{token}: shows what somebody gets and changes nothing, because scanners follow links too. */
export const showPreferences = (show: ShowPreferences, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'anyone',
      path: TokenPath,
      handle: async ({ path: { token }, headers }) => {
        const language = headers['accept-language'];
        const found = await show(token);
        return found === undefined
          ? unsubscribePage(400, 'broken', language)
          : preferencesPage(found, languageOf(language));
      },
    },
    edge,
  );
