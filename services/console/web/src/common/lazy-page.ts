import { lazyRouteComponent } from '@tanstack/react-router';

import { speech } from './language/speech.ts';

/** A page that is loaded when somebody goes there, together with its words: nothing is shown that would have to wait for them. */
export const lazyPage: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(speech.withWords(load), name);
