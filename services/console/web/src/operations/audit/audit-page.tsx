import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useMay } from '../../app/session/session-context.tsx';
import { Asked } from '../../common/asked.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { More } from '../../common/more.tsx';
import { OperationsPage } from '../operations-page.tsx';
import { deedsQuery } from '../queries.ts';
import { sinceOf } from './deed.ts';
import { DeedsTable } from './deeds-table.tsx';
import { useAuditTexts } from './texts.ts';

/** Who did what. */
export const AuditPage = () => {
  const t = useAuditTexts();
  const [day, setDay] = useState('');
  const deeds = useInfiniteQuery(deedsQuery(sinceOf(day), useMay('administrator')));
  return (
    <OperationsPage title={t('title')} about={t('about')} isForAdministrators>
      <Group align="flex-end" gap="sm">
        <TextInput
          type="date"
          label={t('from')}
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        {day !== '' && (
          <Button variant="default" onClick={() => setDay('')}>
            {t('fromAll')}
          </Button>
        )}
      </Group>
      <Asked of={deeds}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length > 0) {
            return (
              <Stack>
                <DeedsTable deeds={items} />
                <More of={deeds} />
              </Stack>
            );
          }
          return (
            <EmptyState icon={IconHistory} title={t('none.title')}>
              {t(day === '' ? 'none.text' : 'none.since')}
            </EmptyState>
          );
        }}
      </Asked>
    </OperationsPage>
  );
};
