import { useTranslation } from 'react-i18next';

import { guardrailInKorean, reasonInKorean } from './korean-reason.ts';
import type { Run } from './run-scene.ts';

interface Reason {
  readonly reason: string;
  readonly advice?: string;
}

/** Why a run waits or has stopped, in the language of whoever reads; nothing where there is no reason. */
export const useReason = ({ reason, guardrail }: Pick<Run, 'reason' | 'guardrail'>): Reason | undefined => {
  const { i18n } = useTranslation();
  const isKorean = i18n.language === 'ko';
  if (guardrail !== undefined) return isKorean ? guardrailInKorean(guardrail) : guardrail;
  if (reason === undefined) return undefined;
  return { reason: isKorean ? reasonInKorean(reason) : reason };
};
