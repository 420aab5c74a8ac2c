import '@mantine/dropzone/styles.css';

import { useParams } from '@tanstack/react-router';

import { Page } from '../../common/page.tsx';
import { FileChooser } from './file-chooser.tsx';
import { ImportSteps } from './import-steps.tsx';
import { useImportTexts } from './texts.ts';

/** The first step of an import: which files. */
export const ChooseFilesPage = () => {
  const { listId } = useParams({ from: '/audience/lists/$listId/import' });
  const t = useImportTexts();
  return (
    <Page
      title={t('title')}
      about={t('about')}
      back={{ to: '/audience/lists/$listId', params: { listId }, label: t('back') }}
    >
      <ImportSteps at="files" />
      <FileChooser listId={listId} />
    </Page>
  );
};
