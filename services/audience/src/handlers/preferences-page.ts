import type { HttpAnswer } from '@bulkhead/lambda-kit';

import type { Preferences } from '../application/preferences.ts';
import type { Brand } from '../domain/brand.ts';
import { escaped, type Language, publicPage } from './public-page.ts';

const words = {
  en: {
    title: 'Which letters do you want?',
    text: 'Choose what you would like to get, then press “Save”.',
    left: 'You get no letters at all at the moment. Choose a list to get it again.',
    save: 'Save',
    none: 'No letters at all',
    saved: 'Your choice is saved. You may close this page.',
  },
  ko: {
    title: '어떤 메일을 받으시겠어요?',
    text: '받고 싶은 메일을 고르고 ‘저장’을 눌러 주세요.',
    left: '지금은 모든 메일 수신을 거부하신 상태입니다. 목록을 고르시면 다시 보내 드립니다.',
    save: '저장',
    none: '모든 메일 수신 거부',
    saved: '선택하신 내용이 저장되었습니다. 이 창을 닫으셔도 됩니다.',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** What somebody agreed to who pressed a button of the page. */
export const wordsOfPreferences = (language: Language): string => {
  const { title, text, save, none } = words[language];
  return [title, text, save, none].join('\n');
};

/** The lists of a contact by their names, with a tick at those it gets; the form says which were shown. Says nothing of whose page it is. */
export const preferencesPage = (preferences: Preferences, language: Language): HttpAnswer => {
  const { title, text, left, save, none } = words[language];
  const { hasLeftAll, lists, brand } = preferences;
  const boxes = lists.map(({ listId, name, isWanted }) => {
    const checked = isWanted && !hasLeftAll ? ' checked' : '';
    const value = escaped(listId);
    return `<input type="hidden" name="shown" value="${value}"><label><input type="checkbox" name="list" value="${value}"${checked}> ${escaped(name)}</label>`;
  });
  const buttons = `<button type="submit">${save}</button><button type="submit" class="second" name="nothing" value="yes">${none}</button>`;
  const content = `<p>${hasLeftAll ? left : text}</p><form method="post"><input type="hidden" name="page" value="${language}">${boxes.join('')}<p>${buttons}</p></form>`;
  return publicPage({ status: 200, language, title, content, brand });
};

export const preferencesSaved = (language: Language, brand: Brand | undefined): HttpAnswer => {
  const { title, saved } = words[language];
  return publicPage({ status: 200, language, title, content: `<p>${saved}</p>`, brand });
};
