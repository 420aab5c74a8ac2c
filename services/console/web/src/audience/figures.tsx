import { Paper, SimpleGrid, Text } from '@mantine/core';

interface Props {
  readonly figures: readonly { readonly label: string; readonly value: string }[];
}

/** Rows that are filled as far as they can be. */
const columnsFor = (count: number): number => (count > 4 && count % 3 === 0 ? 3 : Math.min(4, count));

/** Large figures beside each other. */
export const Figures = ({ figures }: Props) => (
  <SimpleGrid component="dl" cols={{ base: 2, sm: columnsFor(figures.length) }} spacing="sm" m={0} className="figures">
    {figures.map(({ label, value }) => (
      <Paper key={label} withBorder p="md" radius="lg">
        <Text component="dt" size="sm" c="dimmed">
          {label}
        </Text>
        <Text component="dd" m={0} fz="1.5rem" fw={650} lh={1.3}>
          {value}
        </Text>
      </Paper>
    ))}
  </SimpleGrid>
);
