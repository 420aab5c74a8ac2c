import { Box, Table, Text } from '@mantine/core';

import { useFormats } from '../../common/format.ts';
import { Bar } from '../bar.tsx';
import type { Links } from '../model.ts';
import { useLinkTexts } from './texts.ts';

interface Props {
  readonly links: Links;
  /** People who followed any link. */
  readonly clickers: number;
}

export const LinksTable = ({ links: { items, others }, clickers }: Props) => {
  const t = useLinkTexts();
  const isEmpty = items.length === 0 && others.clicks + others.machine === 0;
  if (isEmpty) {
    return (
      <Text size="sm" c="dimmed">
        {t('none')}
      </Text>
    );
  }
  const rest = others.clicks + others.machine > 0 ? [{ link: '', ...others }] : [];
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('link')}</Table.Th>
          <Table.Th ta="right">{t('clicks')}</Table.Th>
          <Table.Th w="24%" visibleFrom="sm">
            {t('share')}
          </Table.Th>
          <Table.Th ta="right" visibleFrom="xs">
            {t('machine')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {[...items, ...rest].map((line) => (
          <Line key={line.link} {...line} share={clickers > 0 ? line.clicks / clickers : 0} />
        ))}
      </Table.Tbody>
    </Table>
  );
};

interface LineProps {
  readonly link: string;
  readonly clicks: number;
  readonly machine: number;
  readonly share: number;
}

const Line = ({ link, clicks, machine, share }: LineProps) => {
  const t = useLinkTexts();
  const formats = useFormats();
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{link === '' ? t('others') : link}</Table.Td>
      <Table.Td ta="right">{formats.count(clicks)}</Table.Td>
      <Table.Td visibleFrom="sm">
        <Box component="span" display="block" mb={2}>
          {formats.share(Math.min(1, share))}
        </Box>
        <Bar share={share} />
      </Table.Td>
      <Table.Td ta="right" visibleFrom="xs">
        {formats.count(machine)}
      </Table.Td>
    </Table.Tr>
  );
};
