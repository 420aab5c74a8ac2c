import { Anchor, Box, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** One sentence about what this page is for. */
  readonly about?: ReactNode;
  /** The one thing that people come here to do. */
  readonly action?: ReactNode;
  readonly back?: { readonly to: LinkProps['to']; readonly label: string };
  readonly children: ReactNode;
}

/** A page: its title, which is the document's, too, what to do here, and what there is. */
export const Page = ({ title, about, action, back, children }: Props) => {
  useDocumentTitle(`${title} · Bulkhead`);
  return (
    <Stack gap="lg" maw="var(--bulkhead-reading-width)" mx="auto">
      <Box>
        {back && (
          <Anchor renderRoot={(props) => <Link to={back.to} {...props} />} size="sm" c="dimmed">
            <Group gap={4} component="span" mb={4}>
              <IconArrowLeft size={14} aria-hidden /> {back.label}
            </Group>
          </Anchor>
        )}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={1} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Title>
          {action}
        </Group>
        {about !== undefined && (
          <Text c="dimmed" size="sm" mt={4} maw="44rem">
            {about}
          </Text>
        )}
      </Box>
      {children}
    </Stack>
  );
};
