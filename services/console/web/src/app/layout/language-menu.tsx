import { ActionIcon, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useAppTexts } from '../app-texts.ts';
import { LANGUAGES } from '../texts/languages.ts';
import { changeLanguage } from '../texts/start-texts.ts';

/** Each language in its own words. */
const NAMES = { en: 'English', ko: '한국어' } as const;

export const LanguageMenu = () => {
  const t = useAppTexts();
  const { i18n } = useTranslation();
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
            fw={i18n.language === language ? 700 : 400}
            aria-current={i18n.language === language}
            onClick={() => void changeLanguage(language)}
          >
            {NAMES[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
