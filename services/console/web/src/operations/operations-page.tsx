import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useMay } from '../app/session/session-context.tsx';
import { EmptyState } from '../common/empty-state.tsx';
import { Page } from '../common/page.tsx';
import { SectionLinks } from '../common/section-links.tsx';
import { useOperationsTexts } from './texts.ts';

interface Props {
  readonly title: string;
  readonly about: string;
  readonly action?: ReactNode;
  /** Whether what it shows is for administrators only. */
  readonly isForAdministrators?: boolean;
  readonly children: ReactNode;
}

/** A page of operations, with the way to the others. */
export const OperationsPage = ({ title, about, action, isForAdministrators = false, children }: Props) => {
  const t = useOperationsTexts();
  const isLocked = !useMay('administrator') && isForAdministrators;
  return (
    <Page title={title} about={about} action={isLocked ? undefined : action}>
      <SectionLinks
        label={t('sections')}
        links={[
          { to: '/operations', label: t('section.letters') },
          { to: '/operations/rate', label: t('section.rate') },
          { to: '/operations/events', label: t('section.events') },
          { to: '/operations/audit', label: t('section.audit') },
          { to: '/operations/keys', label: t('section.keys') },
        ]}
      />
      {isLocked ? (
        <EmptyState icon={IconLock} title={t('locked.title')}>
          {t('locked.text')}
        </EmptyState>
      ) : (
        children
      )}
    </Page>
  );
};
