import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react';

import { useAppTexts } from '../app-texts.ts';
import { HeaderMenu } from './header-menu.tsx';

const SCHEMES = [
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
  { scheme: 'auto', icon: IconDeviceDesktop },
] as const;

export const AppearanceMenu = () => {
  const t = useAppTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <HeaderMenu
      label={t('scheme.label')}
      picture={<IconSunMoon size={20} stroke={1.6} aria-hidden />}
      choices={SCHEMES.map(({ scheme, icon: Picture }) => ({
        label: t(`scheme.${scheme}`),
        picture: <Picture size={16} aria-hidden />,
        isCurrent: colorScheme === scheme,
        choose: () => setColorScheme(scheme),
      }))}
    />
  );
};
