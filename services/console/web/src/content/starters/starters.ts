import type { Language } from '../../common/language/languages.ts';
import { announcement } from './announcement.ts';
import { event } from './event.ts';
import { letter } from './letter.ts';
import { newsletter } from './newsletter.ts';
import { sale } from './sale.ts';
import { STARTERS, type Starter, type StarterLook, type StarterName } from './starter.ts';
import { welcome } from './welcome.ts';

const LOOKS: Readonly<Record<StarterName, StarterLook>> = { newsletter, announcement, sale, event, welcome, letter };

/** Its pictures are the console's own files, since a mail needs addresses that everybody can reach. */
export const starterIn = (name: StarterName, language: Language, origin: string): Starter =>
  LOOKS[name].write(language, `${origin}/starters`);

export const isStarter = (word: unknown): word is StarterName => STARTERS.some((name) => name === word);
