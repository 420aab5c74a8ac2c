import { NavLink } from '@mantine/core';
import {
  IconAddressBook,
  IconChartHistogram,
  IconHome,
  IconMail,
  IconSpeakerphone,
  IconTool,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';

import { useAppTexts } from '../app-texts.ts';
import { useMay } from '../session/session-context.tsx';

const PLACES = [
  { to: '/', key: 'nav.home', icon: IconHome },
  { to: '/campaigns', key: 'nav.campaigns', icon: IconSpeakerphone },
  { to: '/content', key: 'nav.content', icon: IconMail },
  { to: '/audience', key: 'nav.audience', icon: IconAddressBook },
  { to: '/reports', key: 'nav.reports', icon: IconChartHistogram },
  { to: '/operations', key: 'nav.operations', icon: IconTool },
] as const;

const isAt = (path: string, to: string): boolean =>
  to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);

export const Navigation = ({ onGo }: { readonly onGo: () => void }) => {
  const t = useAppTexts();
  const { pathname } = useLocation();
  const isAdministrator = useMay('administrator');
  const places = PLACES.filter(({ to }) => to !== '/operations' || isAdministrator);

  return (
    <nav aria-label={t('nav.label')}>
      {places.map(({ to, key, icon: Picture }) => (
        <NavLink
          key={to}
          renderRoot={(props) => <Link to={to} {...props} />}
          label={t(key)}
          leftSection={<Picture size={18} stroke={1.6} aria-hidden />}
          active={isAt(pathname, to) || (to === '/campaigns' && pathname.startsWith('/runs/'))}
          onClick={onGo}
          style={{ borderRadius: 'var(--mantine-radius-md)' }}
        />
      ))}
    </nav>
  );
};
