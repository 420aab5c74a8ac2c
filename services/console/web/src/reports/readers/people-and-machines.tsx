import { Box, Group, Stack, Text } from '@mantine/core';

import { useFormats } from '../../common/format.ts';
import { Section } from '../../common/section.tsx';
import type { Report } from '../model.ts';
import { useReaderTexts } from './texts.ts';

/** How many opens and clicks are people's, and how many only a machine's. */
export const PeopleAndMachines = ({ report }: { readonly report: Report }) => {
  const t = useReaderTexts();
  const { opened, openedByPeople, clicked, clickedByPeople } = report;
  return (
    <Section title={t('machines.title')} about={t('machines.about')}>
      {opened + clicked === 0 ? (
        <Text size="sm" c="dimmed">
          {t('machines.none')}
        </Text>
      ) : (
        <Stack gap="md">
          <Halves label={t('machines.opened')} people={openedByPeople} all={opened} />
          <Halves label={t('machines.clicked')} people={clickedByPeople} all={clicked} />
        </Stack>
      )}
    </Section>
  );
};

interface HalvesProps {
  readonly label: string;
  readonly people: number;
  readonly all: number;
}

const Halves = ({ label, people, all }: HalvesProps) => {
  const t = useReaderTexts();
  const formats = useFormats();
  const machines = Math.max(0, all - people);
  const share = all > 0 ? Math.min(1, people / all) : 0;
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {label}
      </Text>
      <Box
        aria-hidden
        h={14}
        display="flex"
        bg="var(--mantine-color-default-border)"
        style={{ borderRadius: 14, overflow: 'hidden', gap: 2 }}
      >
        <Box w={`${share * 100}%`} bg="var(--mantine-primary-color-filled)" />
        <Box w={`${all > 0 ? (1 - share) * 100 : 0}%`} bg="var(--mantine-color-gray-5)" />
      </Box>
      <Group gap="lg" mt={4} className="figures">
        <Key
          colour="var(--mantine-primary-color-filled)"
          text={`${t('machines.people')} ${formats.count(people)} · ${formats.share(share)}`}
        />
        <Key
          colour="var(--mantine-color-gray-5)"
          text={`${t('machines.only')} ${formats.count(machines)} · ${formats.share(all > 0 ? 1 - share : 0)}`}
        />
      </Group>
    </div>
  );
};

const Key = ({ colour, text }: { readonly colour: string; readonly text: string }) => (
  <Group gap={6} wrap="nowrap">
    <Box aria-hidden w={10} h={10} bg={colour} style={{ borderRadius: 3 }} />
    <Text size="sm">{text}</Text>
  </Group>
);
