import { SectionLinks } from '../common/section-links.tsx';
import { useContentTexts } from './texts.ts';

export const ContentLinks = () => {
  const t = useContentTexts();
  return (
    <SectionLinks
      label={t('section')}
      links={[
        { to: '/content', label: t('templates') },
        { to: '/content/pictures', label: t('pictures') },
        { to: '/content/files', label: t('files') },
      ]}
    />
  );
};
