import { useSyncExternalStore } from 'react';

import type { Language } from './languages.ts';
import { speech } from './speech.ts';

/** The language that the person reads. */
export const useLanguage = (): Language => useSyncExternalStore(speech.subscribe, speech.language, speech.language);
