import { Box } from '@mantine/core';

interface Props {
  /** 0 to 1. */
  readonly share: number;
  readonly colour?: string;
  readonly height?: number;
}

/** A bar beside a figure: the figure says it, the bar is for the eye. */
export const Bar = ({ share, colour = 'var(--mantine-primary-color-filled)', height = 8 }: Props) => (
  <Box
    aria-hidden
    h={height}
    bg="light-dark(var(--mantine-color-gray-2), var(--mantine-color-dark-4))"
    style={{ borderRadius: height, overflow: 'hidden' }}
  >
    <Box h="100%" w={`${Math.max(0, Math.min(1, share)) * 100}%`} bg={colour} style={{ borderRadius: height }} />
  </Box>
);
