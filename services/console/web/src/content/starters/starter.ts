import type { Language } from '../../common/language/languages.ts';

/** The mails that people begin with. Each is MJML of our own, written once for its look and once in each language for its words. */
export const STARTERS = ['newsletter', 'announcement', 'sale', 'event', 'welcome', 'letter'] as const;
export type StarterName = (typeof STARTERS)[number];

/** A template that is ready to be filled in. */
export interface Starter {
  readonly subject: string;
  readonly mjml: string;
}

/** How a starter is made: from its words and the address at which its pictures are. */
export interface StarterLook {
  readonly write: (language: Language, pictures: string) => Starter;
}
