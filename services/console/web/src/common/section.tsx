import { Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: ReactNode;
  /** One sentence about what is in it. */
  readonly about?: ReactNode;
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page, with a heading of its own, in a frame. */
export const Section = ({ title, about, aside, children }: Props) => {
  const id = useId();
  return (
    <Paper component="section" withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} aria-labelledby={id}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Box style={{ flex: '1 1 12rem', minWidth: 0 }}>
            <Title order={2} id={id}>
              {title}
            </Title>
            {about !== undefined && (
              <Text size="sm" c="dimmed" mt={2} maw="44rem">
                {about}
              </Text>
            )}
          </Box>
          {aside}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
};
