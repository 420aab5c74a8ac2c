import { Anchor, Box, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** The title as it is shown, where that is more than words. */
  readonly heading?: ReactNode;
  /** One sentence about what this page is for. */
  readonly about?: ReactNode;
  /** The one thing that people come here to do. */
  readonly action?: ReactNode;
  readonly back?: Pick<LinkProps, 'to' | 'params' | 'search'> & { readonly label: string };
  readonly children: ReactNode;
}

/** A page: its title, which is the document's, too, what to do here, and what there is. */
export const Page = ({ title, heading = title, about, action, back, children }: Props) => {
  useDocumentTitle(`${title} · Bulkhead`);
  return (
    <Stack gap="lg" maw="var(--bulkhead-reading-width)" mx="auto">
      <Box>
        {back && <Back {...back} />}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={1} style={{ overflowWrap: 'anywhere' }}>
            {heading}
          </Title>
          {action}
        </Group>
        {about !== undefined && (
          <Text c="dimmed" size="sm" mt={{ base: 'xs', sm: 4 }} maw="44rem">
            {about}
          </Text>
        )}
      </Box>
      {children}
    </Stack>
  );
};

const Back = ({ label, ...place }: NonNullable<Props['back']>) => (
  <Anchor renderRoot={(props) => <Link {...place} {...props} />} size="sm" c="dimmed">
    <Group gap={4} component="span" mb={4}>
      <IconArrowLeft size={14} aria-hidden /> {label}
    </Group>
  </Anchor>
);
