import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { useMay } from '../../app/session/session-context.tsx';
import { Asked } from '../../common/asked.tsx';
import { EmptyState } from '../../common/empty-state.tsx';
import { OperationsPage } from '../operations-page.tsx';
import { KeysTable } from './keys-table.tsx';
import { MakeKeyDialog } from './make-key-dialog.tsx';
import { keysQuery } from './queries.ts';
import { useKeyTexts } from './texts.ts';

/** The keys by which machines get tokens. */
export const KeysPage = () => {
  const t = useKeyTexts();
  const [isMaking, making] = useDisclosure();
  const keys = useQuery(keysQuery(useMay('administrator')));
  const make = <Button onClick={making.open}>{t('make')}</Button>;
  return (
    <OperationsPage title={t('title')} about={t('about')} action={make} isForAdministrators>
      <Asked of={keys}>
        {({ keys: all }) =>
          all.length > 0 ? (
            <KeysTable keys={all} />
          ) : (
            <EmptyState icon={IconKey} title={t('none.title')}>
              {t('none.text')}
            </EmptyState>
          )
        }
      </Asked>
      {isMaking && <MakeKeyDialog onClose={making.close} />}
    </OperationsPage>
  );
};
