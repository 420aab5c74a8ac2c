import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { Asked } from '../../common/asked.tsx';
import { templateQuery } from '../queries.ts';
import { draftOf } from './draft.ts';
import { Editor } from './editor.tsx';

export const TemplatePage = () => {
  const { templateId } = useParams({ from: '/content/templates/$templateId' });
  const template = useQuery(templateQuery(templateId));
  return (
    <Asked of={template}>
      {({ data, version }) => <Editor key={templateId} templateId={templateId} saved={draftOf(data, version)} />}
    </Asked>
  );
};
