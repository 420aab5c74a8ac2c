import { defineTexts } from '../shared/texts.ts';

export const useHomeTexts = defineTexts('home', { en: { title: 'Home' }, ko: { title: '홈' } });
