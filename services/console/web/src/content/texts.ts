import { defineTexts } from '../common/texts.ts';

export const useContentTexts = defineTexts('content', {
  en: {
    section: 'Content',
    templates: 'Templates',
    files: 'Files',
    pictures: 'Pictures',
  },
  ko: {
    section: '콘텐츠',
    templates: '템플릿',
    files: '파일',
    pictures: '그림',
  },
});
