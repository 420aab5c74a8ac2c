import '../content.css';

import { Anchor, Card, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Language } from '../../common/language/languages.ts';
import { useLanguage } from '../../common/language/use-language.ts';
import { Page } from '../../common/page.tsx';
import { STARTERS, type StarterName } from '../starters/starter.ts';
import { useContentTexts } from '../texts.ts';
import { StarterPicture } from './starter-picture.tsx';
import { useGalleryTexts } from './texts.ts';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'ko', label: '한국어' },
] as const;

export const GalleryPage = () => {
  const t = useGalleryTexts();
  const content = useContentTexts();
  const spoken = useLanguage();
  const [language, setLanguage] = useState<Language>(spoken);
  return (
    <Page title={t('title')} about={t('about')} back={{ to: '/content', label: content('section') }}>
      <SegmentedControl
        aria-label={t('language.label')}
        value={language}
        data={[...LANGUAGES]}
        onChange={(word) => setLanguage(word === 'ko' ? 'ko' : 'en')}
        style={{ alignSelf: 'flex-start' }}
      />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="lg">
        {STARTERS.map((name) => (
          <StarterCard key={name} name={name} language={language} />
        ))}
      </SimpleGrid>
      <Title order={2}>{t('empty.title')}</Title>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
        <EmptyCard start="mjml" language={language} />
        <EmptyCard start="html" language={language} />
      </SimpleGrid>
    </Page>
  );
};

const StarterCard = ({ name, language }: { readonly name: StarterName; readonly language: Language }) => {
  const t = useGalleryTexts();
  return (
    <Card withBorder radius="lg" p={0} className="starter">
      <StarterPicture name={name} language={language} />
      <Stack gap={2} p="md">
        <Title order={2} size="h3">
          <Begin start={name} language={language} label={t('begin', { name: t(name) })}>
            {t(name)}
          </Begin>
        </Title>
        <Text size="sm" c="dimmed">
          {t(`${name}.for`)}
        </Text>
      </Stack>
    </Card>
  );
};

const EmptyCard = ({ start, language }: { readonly start: 'mjml' | 'html'; readonly language: Language }) => {
  const t = useGalleryTexts();
  return (
    <Card withBorder radius="lg" p="md" className="starter">
      <Title order={3}>
        <Begin start={start} language={language} label={t('begin', { name: t(`empty.${start}`) })}>
          {t(`empty.${start}`)}
        </Begin>
      </Title>
      <Text size="sm" c="dimmed" mt={2}>
        {t(`empty.${start}.for`)}
      </Text>
    </Card>
  );
};

interface BeginProps {
  readonly start: string;
  readonly language: Language;
  readonly label: string;
  readonly children: string;
}

/** The whole card can be clicked; its name is the link. */
const Begin = ({ start, language, label, children }: BeginProps) => (
  <Anchor
    className="starter-link"
    c="var(--mantine-color-text)"
    fw={650}
    aria-label={label}
    renderRoot={(props) => <Link to="/content/new/$start" params={{ start }} search={{ in: language }} {...props} />}
  >
    {children}
  </Anchor>
);
