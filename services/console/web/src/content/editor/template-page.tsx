import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { Asked } from '../../common/asked.tsx';
import { Page } from '../../common/page.tsx';
import { templateQuery } from '../queries.ts';
import { draftOf } from './draft.ts';
import { Editor } from './editor.tsx';
import { useEditorTexts } from './texts.ts';

export const TemplatePage = () => {
  const { templateId } = useParams({ from: '/content/templates/$templateId' });
  const template = useQuery(templateQuery(templateId));
  const t = useEditorTexts();
  if (template.data !== undefined) {
    const { data, version } = template.data;
    return <Editor key={templateId} templateId={templateId} saved={draftOf(data, version)} />;
  }
  return (
    <Page title={t('title')} back={{ to: '/content', label: t('back') }}>
      <Asked of={template}>{() => null}</Asked>
    </Page>
  );
};
