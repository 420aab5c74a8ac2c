import { ActionIcon, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { LANGUAGES } from '../../common/language/languages.ts';
import { speech } from '../../common/language/speech.ts';
import { useLanguage } from '../../common/language/use-language.ts';

import { useAppTexts } from '../app-texts.ts';

/** Each language in its own words. */
const NAMES = { en: 'English', ko: '한국어' } as const;

export const LanguageMenu = () => {
  const t = useAppTexts();
  const spoken = useLanguage();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('language')}>
          <IconLanguage size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            fw={language === spoken ? 700 : 400}
            aria-current={language === spoken}
            onClick={() => void speech.change(language)}
          >
            {NAMES[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
