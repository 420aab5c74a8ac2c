import { Group, Stack, Text, ThemeIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  /** Where one can do something about it. */
  readonly link: ReactNode;
}

/** Something that stands still until a person looks at it. */
export const Matter = ({ icon: Picture, title, text, link }: Props) => (
  <Group wrap="nowrap" align="flex-start" gap="sm">
    <ThemeIcon color="orange" variant="light" size="lg" radius="xl">
      <Picture size={18} aria-hidden />
    </ThemeIcon>
    <Stack gap={2} style={{ flex: 1, minWidth: 0 }}>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
    </Stack>
    {link}
  </Group>
);
