import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { Asked } from '../../common/asked.tsx';
import { Section } from '../../common/section.tsx';
import type { Report } from '../model.ts';
import { linksQuery } from '../queries.ts';
import { ClickMap } from './click-map.tsx';
import { LinksTable } from './links-table.tsx';
import { useLinkTexts } from './texts.ts';

export const LinksPart = ({ report }: { readonly report: Report }) => {
  const t = useLinkTexts();
  const links = useQuery(linksQuery(report.runId));
  return (
    <Asked of={links}>
      {(found) => (
        <Stack gap="lg">
          <Section title={t('title')} about={t('about')}>
            <LinksTable links={found} clickers={report.clickedByPeople} />
          </Section>
          <Section title={t('map.title')} about={t('map.about')}>
            <ClickMap runId={report.runId} links={found.items} clickers={report.clickedByPeople} />
          </Section>
        </Stack>
      )}
    </Asked>
  );
};
