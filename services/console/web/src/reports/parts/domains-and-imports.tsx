import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { Asked } from '../../common/asked.tsx';
import { Section } from '../../common/section.tsx';
import { domainsQuery, importNameQuery, importsQuery } from '../queries.ts';
import { PartsTable } from './parts-table.tsx';
import { usePartTexts } from './texts.ts';

export const DomainsAndImports = ({ runId }: { readonly runId: string }) => {
  const t = usePartTexts();
  const domains = useQuery(domainsQuery(runId));
  const imports = useQuery(importsQuery(runId));
  return (
    <Stack gap="lg">
      <Section title={t('domains.title')} about={t('domains.about')}>
        <Asked of={domains}>
          {({ items, others }) => (
            <PartsTable
              name={t('domains.name')}
              none={t('domains.none')}
              others={others}
              parts={items.map(({ domain, ...figures }) => ({ key: domain, title: domain, figures }))}
            />
          )}
        </Asked>
      </Section>
      <Section title={t('imports.title')} about={t('imports.about')}>
        <Asked of={imports}>
          {({ items, others }) => (
            <PartsTable
              name={t('imports.name')}
              none={t('imports.none')}
              others={others}
              parts={items.map(({ importId, ...figures }) => ({
                key: importId,
                title: <ImportName importId={importId} />,
                figures,
              }))}
            />
          )}
        </Asked>
      </Section>
    </Stack>
  );
};

/** Feedback knows imports by their ids; what their files are called, audience knows. */
const ImportName = ({ importId }: { readonly importId: string }) => {
  const { data } = useQuery(importNameQuery(importId));
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to="/audience/imports/$importId" params={{ importId }} {...props} />}
    >
      {data?.fileName ?? importId}
    </Anchor>
  );
};
