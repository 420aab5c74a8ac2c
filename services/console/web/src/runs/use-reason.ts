import { use } from 'react';
import { sayAgain } from '../common/language/say-again.ts';
import { useLanguage } from '../common/language/use-language.ts';
import { guardrailInKorean } from './korean-guardrail.ts';
import { reasonWords } from './reason-words.ts';
import type { Run } from './run-scene.ts';

interface Reason {
  readonly reason: string;
  readonly advice?: string;
}

/** Why a run waits or has stopped, in the language of whoever reads; nothing where there is no reason. */
export const useReason = ({ reason, guardrail }: Pick<Run, 'reason' | 'guardrail'>): Reason | undefined => {
  const language = useLanguage();
  const words = use(reasonWords.load(language));
  if (guardrail !== undefined) return language === 'ko' ? guardrailInKorean(guardrail) : guardrail;
  return reason === undefined ? undefined : { reason: sayAgain(reason, words) };
};
