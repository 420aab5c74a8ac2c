import { defineTexts } from '../common/texts.ts';

export const useFieldTexts = defineTexts('fields', {
  en: { yes: 'Yes', no: 'No', unknown: 'Not known' },
  ko: { yes: '예', no: '아니요', unknown: '모름' },
});
