import { useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';

import { draftOfStart } from './draft.ts';
import { Editor } from './editor.tsx';

export const NewTemplatePage = () => {
  const { start } = useParams({ from: '/content/new/$start' });
  const { in: language = 'en' } = useSearch({ from: '/content/new/$start' });
  const saved = useMemo(() => draftOfStart(start, language, location.origin), [start, language]);
  return <Editor key={`${start} ${language}`} start={`${start}.${language}`} saved={saved} />;
};
