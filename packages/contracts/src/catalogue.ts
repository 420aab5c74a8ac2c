import { audienceCommands, audienceEvents } from './catalogue/audience.ts';
import { campaignsCommands, campaignsEvents } from './catalogue/campaigns.ts';
import { consoleCommands } from './catalogue/console.ts';
import { dispatchCommands, dispatchEvents } from './catalogue/dispatch.ts';
import type { Entries } from './catalogue/entry.ts';
import { feedbackCommands, feedbackEvents } from './catalogue/feedback.ts';

/** Every message of the platform with who says it and who hears it. `docs/events.md` and the AsyncAPI document are made of it. */
export const catalogue = {
  ...campaignsEvents,
  ...audienceEvents,
  ...dispatchEvents,
  ...feedbackEvents,
  ...campaignsCommands,
  ...audienceCommands,
  ...dispatchCommands,
  ...feedbackCommands,
  ...consoleCommands,
} as const satisfies Entries;
