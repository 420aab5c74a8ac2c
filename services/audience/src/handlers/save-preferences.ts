import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Choice, SavePreferences } from '../application/preferences.ts';
import { preferencesSaved, wordsOfPreferences } from './preferences-page.ts';
import { type Language, languageOf, readForm } from './public-page.ts';
import { TokenPath } from './shapes.ts';
import { unsubscribePage } from './unsubscribe-page.ts';

const LARGEST_FORM_BYTES = 8_192;

/** POST /api/audience/preferences/{token}: the form of our page. Whatever else is posted says nothing and changes nothing. */
export const savePreferences = (save: SavePreferences, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'anyone',
      path: TokenPath,
      maxBodyBytes: LARGEST_FORM_BYTES,
      handle: async ({ path: { token }, headers, rawBody, correlationId, requestId }) => {
        const form = await readForm(rawBody, headers['content-type']);
        const language = languageIn(form);
        if (form === undefined || language === undefined) {
          return unsubscribePage(400, 'broken', headers['accept-language']);
        }
        const wish = { choice: choiceIn(form), words: wordsOfPreferences(language) } as const;
        const outcome = await save(token, wish, { correlationId, causationId: requestId });
        return outcome.ok
          ? preferencesSaved(languageOf(language), outcome.value.brand)
          : unsubscribePage(400, 'broken', headers['accept-language']);
      },
    },
    edge,
  );

const choiceIn = (form: FormData): Choice => {
  const idsIn = (name: string) => form.getAll(name).map(String);
  return form.has('nothing') ? 'nothing' : { shown: idsIn('shown'), wanted: idsIn('list') };
};

const languageIn = (form: FormData | undefined): Language | undefined => {
  const language = form?.get('page');
  return language === 'en' || language === 'ko' ? language : undefined;
};
