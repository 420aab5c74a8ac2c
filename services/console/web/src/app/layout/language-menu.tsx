import { IconLanguage } from '@tabler/icons-react';

import { LANGUAGES } from '../../common/language/languages.ts';
import { speech } from '../../common/language/speech.ts';
import { useLanguage } from '../../common/language/use-language.ts';
import { useUnreachable } from '../../common/use-unreachable.ts';
import { useAppTexts } from '../app-texts.ts';
import { HeaderMenu } from './header-menu.tsx';

/** Each language in its own words. */
const NAMES = { en: 'English', ko: '한국어' } as const;

export const LanguageMenu = () => {
  const t = useAppTexts();
  const spoken = useLanguage();
  const sayUnreachable = useUnreachable();
  return (
    <HeaderMenu
      label={t('language')}
      picture={<IconLanguage size={20} stroke={1.6} aria-hidden />}
      choices={LANGUAGES.map((language) => ({
        label: NAMES[language],
        lang: language,
        isCurrent: language === spoken,
        choose: () => void speech.change(language).catch(sayUnreachable),
      }))}
    />
  );
};
