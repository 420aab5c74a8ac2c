import type { SenderProblem } from '../domain/sender.ts';

/** What a sender must be, in words. */
export const ruleForSender = (found: SenderProblem): string => {
  switch (found.kind) {
    case 'sender_name_unusable':
      return 'must not contain line breaks or other control characters';
    case 'sender_name_deceptive':
      return 'must not contain characters that nobody sees or that change the direction of writing; type it anew instead of pasting it';
    case 'address_unusable':
      return 'must be one address as SES takes it: ASCII before the @, a domain with a dot, international domains as xn--…';
  }
};
