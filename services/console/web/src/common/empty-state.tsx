import { Center, Stack, Text, ThemeIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  readonly icon: Icon;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Stands where there is nothing yet: what would be here, and how to get it. */
export const EmptyState = ({ icon: Picture, title, children, action }: Props) => (
  <Center py="xl">
    <Stack align="center" gap="sm" maw="30rem" ta="center">
      <ThemeIcon size={56} radius="xl" variant="light">
        <Picture size={28} stroke={1.5} aria-hidden />
      </ThemeIcon>
      <Text fw={600}>{title}</Text>
      <Text c="dimmed" size="sm">
        {children}
      </Text>
      {action}
    </Stack>
  </Center>
);
