import { Badge, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { useFormats } from '../../common/format.ts';
import type { PartFigures } from '../model.ts';
import { harmOf, levelOf } from './harm.ts';
import { usePartTexts } from './texts.ts';

interface Props {
  readonly name: string;
  readonly none: string;
  readonly parts: readonly { readonly key: string; readonly title: ReactNode; readonly figures: PartFigures }[];
  readonly others: PartFigures;
}

const COLUMNS = ['delivered', 'hardBounced', 'softBounced', 'complained', 'rejected'] as const;
/** On a telephone there is room for what matters most. */
const NARROW: ReadonlySet<string> = new Set(['delivered', 'hardBounced']);

const isEmpty = (figures: PartFigures): boolean => Object.values(figures).every((count) => count <= 0);

export const PartsTable = ({ name, none, parts, others }: Props) => {
  const t = usePartTexts();
  if (parts.length === 0 && isEmpty(others)) {
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  }
  const rest = isEmpty(others) ? [] : [{ key: '(others)', title: t('others'), figures: others }];
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{name}</Table.Th>
          {COLUMNS.map((column) => (
            <Table.Th key={column} ta="right" {...(!NARROW.has(column) && { visibleFrom: 'sm' })}>
              {t(column)}
            </Table.Th>
          ))}
          <Table.Th ta="right">{t('harm')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {[...parts, ...rest].map(({ key, title, figures }) => (
          <Table.Tr key={key}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{title}</Table.Td>
            {COLUMNS.map((column) => (
              <Count key={column} count={figures[column]} isNarrow={NARROW.has(column)} />
            ))}
            <Table.Td ta="right">
              <Harm figures={figures} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

const Count = ({ count, isNarrow }: { readonly count: number; readonly isNarrow: boolean }) => {
  const formats = useFormats();
  return (
    <Table.Td ta="right" {...(count === 0 && { c: 'dimmed' })} {...(!isNarrow && { visibleFrom: 'sm' })}>
      {formats.count(Math.max(0, count))}
    </Table.Td>
  );
};

const COLOURS = { good: 'teal', look: 'yellow', bad: 'red' } as const;

const Harm = ({ figures }: { readonly figures: PartFigures }) => {
  const formats = useFormats();
  const harm = harmOf(figures);
  return (
    <Badge variant="light" color={COLOURS[levelOf(harm)]} tt="none" miw="max-content">
      {formats.share(harm)}
    </Badge>
  );
};
