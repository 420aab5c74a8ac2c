import { Page } from '../shared/page.tsx';
import { useHomeTexts } from './texts.ts';

export const HomePage = () => {
  const t = useHomeTexts();
  return <Page title={t('title')}>{null}</Page>;
};
