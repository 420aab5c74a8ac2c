import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { Asked } from '../shared/asked.tsx';
import { useFormats } from '../shared/format.ts';
import { useDeedTexts } from './deed-texts.ts';
import type { Chosen } from './deeds.ts';
import { type HarmfulPart, harmfulParts } from './parts.ts';
import { domainsQuery, importsQuery } from './queries.ts';

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
              onChange={(names) => onChange({ ...chosen, imports: names })}
            />
          </Stack>
        );
      }}
    </Asked>
  );
};

interface PartsProps {
  readonly label: string;
  readonly about: string;
  readonly parts: readonly HarmfulPart[];
  readonly chosen: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}

const Parts = ({ label, about, parts, chosen, onChange }: PartsProps) => {
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
              name: part.name,
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
