import { useLanguage } from '../common/language/use-language.ts';

import { guardrailInKorean, reasonInKorean } from './korean-reason.ts';
import type { Run } from './run-scene.ts';

interface Reason {
  readonly reason: string;
  readonly advice?: string;
}

/** Why a run waits or has stopped, in the language of whoever reads; nothing where there is no reason. */
export const useReason = ({ reason, guardrail }: Pick<Run, 'reason' | 'guardrail'>): Reason | undefined => {
  const language = useLanguage();
  const isKorean = language === 'ko';
  if (guardrail !== undefined) return isKorean ? guardrailInKorean(guardrail) : guardrail;
  if (reason === undefined) return undefined;
  return { reason: isKorean ? reasonInKorean(reason) : reason };
};
