import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly about?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with its own heading. */
export const Card = ({ title, about, aside, children }: Props) => (
  <Paper component="section" aria-label={title} withBorder p="md" radius="lg">
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={2}>{title}</Title>
          {about !== undefined && (
            <Text size="sm" c="dimmed" maw="44rem">
              {about}
            </Text>
          )}
        </div>
        {aside}
      </Group>
      {children}
    </Stack>
  </Paper>
);
