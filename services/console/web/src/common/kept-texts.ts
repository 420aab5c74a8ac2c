import { defineTexts } from './texts.ts';

export const useKeptTexts = defineTexts('kept', {
  en: {
    about: 'What you had written here before is back. It is not saved yet.',
    drop: 'Drop it',
  },
  ko: {
    about: '전에 작성하시던 내용을 불러왔습니다. 아직 저장되지 않았습니다.',
    drop: '버리기',
  },
});
