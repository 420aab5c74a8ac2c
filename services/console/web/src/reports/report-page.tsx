import { Button, Group, Tabs } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

import { Asked } from '../common/asked.tsx';
import { useFormats } from '../common/format.ts';
import { Page } from '../common/page.tsx';
import { ExportButton } from './export/export-button.tsx';
import { LinksPart } from './links/links-part.tsx';
import { MailPart } from './mail/mail-part.tsx';
import type { Report } from './model.ts';
import { Overview } from './overview/overview.tsx';
import { DomainsAndImports } from './parts/domains-and-imports.tsx';
import { reportQuery } from './queries.ts';
import { Readers } from './readers/readers.tsx';
import { Recipients } from './recipients/recipients.tsx';
import { useReportTexts } from './report-texts.ts';
import { PARTS, type Part } from './search.ts';

/** What became of the mails of a run, as it comes to be known. */
export const ReportPage = () => {
  const t = useReportTexts();
  const { runId } = useParams({ from: '/reports/$runId' });
  const report = useQuery(reportQuery(runId));
  return (
    <Page
      title={report.data?.campaignName ?? t('untitled')}
      about={report.data && <About report={report.data} />}
      back={{ to: '/reports', label: t('back') }}
      action={<Actions runId={runId} />}
    >
      <Asked of={report}>{(found) => <Parts report={found} />}</Asked>
    </Page>
  );
};

const About = ({ report: { startedAt, finishedAt } }: { readonly report: Report }) => {
  const t = useReportTexts();
  const formats = useFormats();
  if (startedAt === undefined) return t('about.unknown');
  if (finishedAt === undefined) return t('about.running', { at: formats.moment(startedAt) });
  return t('about.ended', { from: formats.moment(startedAt), to: formats.moment(finishedAt) });
};

const Actions = ({ runId }: { readonly runId: string }) => {
  const t = useReportTexts();
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<IconActivity size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/runs/$runId" params={{ runId }} {...props} />}
      >
        {t('run')}
      </Button>
      <ExportButton runId={runId} />
    </Group>
  );
};

const isPart = (name: string | null): name is Part => PARTS.some((part) => part === name);

/** The line below the tabs stays where it is when they are scrolled. */
const SCROLLING = {
  flexWrap: 'nowrap',
  overflowX: 'auto',
  overflowY: 'hidden',
  '--tabs-list-border-size': '0px',
  boxShadow: 'inset 0 -2px 0 var(--tab-border-color)',
} as const;

const Parts = ({ report }: { readonly report: Report }) => {
  const t = useReportTexts();
  const { part = 'overview' } = useSearch({ from: '/reports/$runId' });
  const navigate = useNavigate({ from: '/reports/$runId' });
  const go = (name: string | null) => {
    if (!isPart(name)) return;
    void navigate({ search: name === 'overview' ? {} : { part: name }, replace: true, resetScroll: false });
  };
  const tabs = useShownTab(part);
  return (
    <Tabs value={part} onChange={go} keepMounted={false} variant="default">
      <Tabs.List ref={tabs} aria-label={t('part.label')} style={SCROLLING}>
        {PARTS.map((name) => (
          <Tabs.Tab key={name} value={name} px={{ base: 'xs', sm: 'md' }} style={{ whiteSpace: 'nowrap' }}>
            {t(`part.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview" pt="lg">
        <Overview report={report} />
      </Tabs.Panel>
      <Tabs.Panel value="mail" pt="lg">
        <MailPart runId={report.runId} />
      </Tabs.Panel>
      <Tabs.Panel value="links" pt="lg">
        <LinksPart report={report} />
      </Tabs.Panel>
      <Tabs.Panel value="parts" pt="lg">
        <DomainsAndImports runId={report.runId} />
      </Tabs.Panel>
      <Tabs.Panel value="readers" pt="lg">
        <Readers report={report} />
      </Tabs.Panel>
      <Tabs.Panel value="recipients" pt="lg">
        <Recipients report={report} />
      </Tabs.Panel>
    </Tabs>
  );
};

/** Where there is no room for all tabs, the one that is open is in sight. */
const useShownTab = (part: Part): RefObject<HTMLDivElement | null> => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tabs = list.current?.querySelectorAll('[role="tab"]') ?? [];
    tabs[PARTS.indexOf(part)]?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [part]);
  return list;
};
