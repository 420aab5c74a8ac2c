import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { Asked } from '../../common/asked.tsx';
import { Page } from '../../common/page.tsx';
import { listQuery } from '../../common/queries/lists.ts';
import type { Import } from '../model.ts';
import { Check } from './check.tsx';
import { Ended } from './ended.tsx';
import { ImportSteps } from './import-steps.tsx';
import { Live } from './live.tsx';
import { importQuery } from './queries.ts';
import { StopButton } from './stop-button.tsx';
import { useImportTexts } from './texts.ts';
import { useNews } from './use-news.ts';

/** An import, whatever it is doing: it is looked at, under way or over. */
export const ImportPage = () => {
  const { importId } = useParams({ from: '/audience/imports/$importId' });
  const t = useImportTexts();
  const asked = useQuery(importQuery(importId));
  useNews(asked.data);
  const listId = asked.data?.listId ?? '';
  const list = useQuery({ ...listQuery(listId), enabled: listId !== '' });
  const files = asked.data?.files ?? (asked.data ? [asked.data.fileName] : []);
  return (
    <Page
      title={list.data ? `${t('title')} · ${list.data.name}` : t('title')}
      about={files.join(', ')}
      back={
        listId === ''
          ? { to: '/audience', label: t('back') }
          : { to: '/audience/lists/$listId', params: { listId }, label: t('back') }
      }
    >
      <Asked of={asked}>{(found) => <Content of={found} />}</Asked>
    </Page>
  );
};

const Content = ({ of }: { readonly of: Import }) => {
  switch (of.status) {
    case 'awaiting_upload':
      return <Waiting of={of} />;
    case 'uploaded':
      return (
        <Stack gap="lg">
          <ImportSteps at="check" />
          <Check of={of} />
        </Stack>
      );
    case 'parsing':
    case 'writing':
      return (
        <Stack gap="lg">
          <ImportSteps at="import" />
          <Live of={of} />
        </Stack>
      );
    case 'finished':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return <Ended of={of} />;
  }
};

const Waiting = ({ of }: { readonly of: Import }) => {
  const t = useImportTexts();
  const missing = of.missing ?? [];
  return (
    <Stack gap="lg" align="flex-start">
      <ImportSteps at="files" />
      <Alert color="gray" title={t('waiting.title')} role="status">
        {missing.length > 0 ? t('waiting.about', { names: missing.join(', ') }) : t('waiting.soon')}
      </Alert>
      <StopButton importId={of.importId} />
    </Stack>
  );
};
