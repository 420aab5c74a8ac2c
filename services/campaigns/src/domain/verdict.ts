import type { Guardrail, Verdict } from './guardrail.ts';
import { RUN_REASONS } from './run-reasons.ts';

const counted = new Intl.NumberFormat('en');
const percent = (share: number): string =>
  `${new Intl.NumberFormat('en', { maximumSignificantDigits: 2 }).format(share * 100)} %`;

interface Words {
  /** What happened to the mails. */
  readonly what: string;
  readonly why: string;
  readonly advice: string;
}

const words: Readonly<Record<Guardrail, Words>> = {
  hard_bounces: {
    what: 'came back for good: their addresses do not exist, or take no mail',
    why: 'From 5 % on SES puts the account under review, at 10 % it may stop it.',
    advice:
      'Look at the domains and imports in the report. If most come from one, resume without it; if they are everywhere, cancel, and have the list checked.',
  },
  complaints: {
    what: 'were reported as spam by their readers',
    why: 'From 0.1 % on SES puts the account under review, at 0.5 % it may stop it, and mailbox providers put all mail of this sender into spam.',
    advice:
      'Ask whether these people expect this mail: look at which import they come from, resume without it, or cancel. Resuming as it is makes it worse.',
  },
  rejections: {
    what: 'were taken by SES and then not sent: it found a virus, or could make nothing of the mail',
    why: 'All mails of a run have the same content and files, so the rest would fare alike.',
    advice: 'Cancel, look at the attachments and the template, and send the campaign anew.',
  },
  refusals: {
    what: 'were refused before SES took them',
    why: 'That many is seldom the fault of addresses: something is wrong with the mail or its sender.',
    advice:
      'Check that the sender is verified with SES and that the mail is not too large. Then resume; who was refused is mailed by completing the run with them.',
  },
};

/** What a guardrail has found, for a person who has to decide: what happened, why it matters, what to do. */
export interface Finding extends Verdict {
  readonly share: number;
  readonly reason: string;
  readonly advice: string;
}

export const explainVerdict = (verdict: Verdict): Finding => {
  const { guardrail, hits, sample, limit } = verdict;
  const { what, why, advice } = words[guardrail];
  const share = hits / sample;
  const figures = `${counted.format(hits)} of ${counted.format(sample)} mails ${what}`;
  return {
    ...verdict,
    share,
    reason: `${figures} (${percent(share)}; a run holds itself above ${percent(limit)}). ${why}`,
    advice,
  };
};

/** All of it, as one text. */
export const reasonOf = (verdict: Verdict): string => {
  const { reason, advice } = explainVerdict(verdict);
  return `${reason} ${advice}`;
};

export const delayWarning = RUN_REASONS.delays;
