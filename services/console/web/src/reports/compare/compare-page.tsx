import { Button, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';

import { Asked } from '../../common/asked.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { Page } from '../../common/page.tsx';
import { compareQuery } from '../queries.ts';
import { Rates } from './rates.tsx';
import { useCompareTexts } from './texts.ts';

const MOST = 5;

/** Two to five runs beside each other, and which rates differ from the first's by more than chance. */
export const ComparePage = () => {
  const t = useCompareTexts();
  const { runs } = useSearch({ from: '/reports/compare' });
  const ids = [...new Set(runs.split(',').filter((id) => id !== ''))].slice(0, MOST);
  const comparison = useQuery(compareQuery(ids));
  return (
    <Page title={t('title')} about={t('about')} back={{ to: '/reports', label: t('back') }}>
      {ids.length < 2 ? (
        <EmptyState
          icon={IconScale}
          title={t('few')}
          action={<Button renderRoot={(props) => <Link to="/reports" {...props} />}>{t('back')}</Button>}
        >
          {null}
        </EmptyState>
      ) : (
        <Asked of={comparison}>
          {(found) => (
            <>
              <Rates comparison={found} />
              <Text size="sm" c="dimmed">
                {t('caution')}
              </Text>
            </>
          )}
        </Asked>
      )}
    </Page>
  );
};
