import { useFormTexts } from './form-texts.ts';
import type { FlawedField } from './form-values.ts';
import type { CampaignForm } from './use-campaign-form.ts';

/** What is wrong with a field, in words; `false` where nothing is. */
export const useFlaw = ({ flaws }: Pick<CampaignForm, 'flaws'>) => {
  const t = useFormTexts();
  return (field: FlawedField): string | false => {
    const flaw = flaws[field];
    return flaw === undefined ? false : t(`flaw.${flaw}`);
  };
};
