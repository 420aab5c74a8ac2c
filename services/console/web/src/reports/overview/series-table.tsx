import { Button, Collapse, ScrollArea, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTable } from '@tabler/icons-react';

import { useFormats } from '../../common/format.ts';
import { useReportTexts } from '../report-texts.ts';
import { type Shown, useTimes } from './series-look.ts';

/** The same figures as the chart has, for whoever reads figures rather than charts. */
export const SeriesTable = (shown: Shown) => {
  const t = useReportTexts();
  const [isOpen, { toggle }] = useDisclosure();
  return (
    <div>
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconTable size={14} aria-hidden />}
        onClick={toggle}
        aria-expanded={isOpen}
      >
        {t('series.table')}
      </Button>
      <Collapse expanded={isOpen}>{isOpen && <Figures {...shown} />}</Collapse>
    </div>
  );
};

const Figures = ({ rows, names, step }: Shown) => {
  const t = useReportTexts();
  const formats = useFormats();
  const time = useTimes(step);
  return (
    <ScrollArea.Autosize mah={320} mt="xs" viewportProps={{ tabIndex: 0 }}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('series.at')}</Table.Th>
            {names.map((name) => (
              <Table.Th key={name} ta="right">
                {t(`series.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.at}>
              <Table.Td>{time(row.at)}</Table.Td>
              {names.map((name) => (
                <Table.Td key={name} ta="right">
                  {formats.count(row[name] ?? 0)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
};
