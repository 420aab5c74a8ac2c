import type { Answer } from '@bulkhead/openapi';

import type { ConsentEntry } from '../domain/consent-entry.ts';
import type { Happening } from '../domain/timeline.ts';
import type * as answers from '../openapi/contact-answers.ts';
import { consentEntryView, contactEventView, joinedByView } from './views.ts';

/** Something on a timeline as people see it: what, when, and what belongs to it. */
export const happeningView = (happening: Happening): Answer<typeof answers.Happening> => {
  if (happening.kind === 'joined') {
    const { kind, at, listId, by } = happening;
    return { kind, at, listId, ...joinedByView(by) };
  }
  if (happening.kind === 'consent') {
    const { change: _, ...view } = consentEntryView(happening.entry);
    return { kind: kindOf(happening.entry), ...view };
  }
  return happening.kind === 'soft_bounced' ? contactEventView(happening) : happening;
};

const kindOf = ({ said }: ConsentEntry): 'returned' | 'bounced' | 'complained' | 'left' => {
  if (!said.isSuppressed) return 'returned';
  if (said.reason === 'hard_bounce') return 'bounced';
  return said.reason === 'complaint' ? 'complained' : 'left';
};
