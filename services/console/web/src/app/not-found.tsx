import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { EmptyState } from '../common/empty-state.tsx';
import { useAppTexts } from './app-texts.ts';

export const NotFound = () => {
  const t = useAppTexts();
  return (
    <EmptyState
      icon={IconCompass}
      title={t('notFound.title')}
      action={<Button renderRoot={(props) => <Link to="/" {...props} />}>{t('notFound.home')}</Button>}
    >
      {t('notFound.text')}
    </EmptyState>
  );
};
