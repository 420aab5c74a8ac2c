import { Group, Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export const Card = ({ title, aside, children }: Props) => (
  <Paper component="section" withBorder p="md" radius="lg" aria-label={title}>
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2}>{title}</Title>
        {aside}
      </Group>
      {children}
    </Stack>
  </Paper>
);
