import { SectionLinks } from '../common/section-links.tsx';
import { useAudienceTexts } from './texts.ts';

/** The four kinds of things that an audience is made of. */
export const AudienceLinks = () => {
  const t = useAudienceTexts();
  return (
    <SectionLinks
      label={t('section')}
      links={[
        { to: '/audience', label: t('lists') },
        { to: '/audience/contacts', label: t('contacts') },
        { to: '/audience/segments', label: t('segments') },
        { to: '/audience/forms', label: t('forms') },
      ]}
    />
  );
};
