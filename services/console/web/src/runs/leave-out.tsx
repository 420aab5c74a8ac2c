import { Checkbox, Stack, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';

import { Asked } from '../common/asked.tsx';
import { useFormats } from '../common/format.ts';
import { useDeedTexts } from './deed-texts.ts';
import type { Chosen } from './deeds.ts';
import { type HarmfulPart, harmfulParts } from './parts.ts';
import { domainsQuery, importQuery, importsQuery } from './queries.ts';

interface Props {
  readonly runId: string;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

/** Where the harm comes from: domains and files that the run may go on without. */
export const LeaveOut = ({ runId, chosen, onChange }: Props) => {
  const t = useDeedTexts();
  const domains = useQuery(domainsQuery(runId));
  const imports = useQuery(importsQuery(runId));
  const nameOf = useFileNames((imports.data?.items ?? []).map(({ importId }) => importId));
  return (
    <Asked of={domains}>
      {(byDomain) => {
        const badDomains = harmfulParts(byDomain.items.map(({ domain, ...part }) => ({ name: domain, ...part })));
        const badFiles = harmfulParts(
          (imports.data?.items ?? []).map(({ importId, ...part }) => ({ name: importId, ...part })),
        );
        if (badDomains.length + badFiles.length === 0) return <Text size="sm">{t('resume.noParts')}</Text>;
        return (
          <Stack gap="md" mah="40vh" style={{ overflowY: 'auto' }}>
            <Parts
              label={t('resume.domains')}
              about={t('resume.domains.about')}
              parts={badDomains}
              chosen={chosen.domains}
              onChange={(names) => onChange({ ...chosen, domains: names })}
            />
            <Parts
              label={t('resume.imports')}
              about={t('resume.imports.about')}
              parts={badFiles}
              chosen={chosen.imports}
              nameOf={nameOf}
              onChange={(names) => onChange({ ...chosen, imports: names })}
            />
          </Stack>
        );
      }}
    </Asked>
  );
};

const asItIs = (part: string): string => part;

/** What people called the file of an import; its id while nobody knows. */
const useFileNames = (importIds: readonly string[]) => {
  const asked = useQueries({ queries: importIds.slice(0, MOST_FILES).map(importQuery) });
  const names = new Map(
    asked.flatMap(({ data }) => (data === undefined ? [] : [[data.importId, data.fileName] as const])),
  );
  return (importId: string): string => names.get(importId) ?? importId;
};

const MOST_FILES = 20;

interface PartsProps {
  readonly label: string;
  readonly about: string;
  readonly parts: readonly HarmfulPart[];
  readonly chosen: readonly string[];
  readonly nameOf?: (part: string) => string;
  readonly onChange: (names: readonly string[]) => void;
}

const Parts = ({ label, about, parts, chosen, nameOf = asItIs, onChange }: PartsProps) => {
  const t = useDeedTexts();
  const { count, share } = useFormats();
  if (parts.length === 0) return null;
  return (
    <Checkbox.Group label={label} description={about} value={[...chosen]} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {parts.map((part) => (
          <Checkbox
            key={part.name}
            value={part.name}
            label={t('resume.part', {
              name: nameOf(part.name),
              harm: count(part.harm),
              of: count(part.of),
              share: share(part.share),
            })}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
};
