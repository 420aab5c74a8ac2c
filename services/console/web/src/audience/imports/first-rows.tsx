import { Box, Table, Text } from '@mantine/core';

import { useLanguage } from '../../common/language/use-language.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { Section } from '../../common/section.tsx';
import type { ImportPreview } from '../model.ts';
import { useCheckTexts } from './check-texts.ts';
import { sayFileProblem } from './file-problems.ts';

const SHOWN = 8;

/** The beginning of a sheet as it is read. */
export const FirstRows = ({ preview: { columns, rows, problem, sheets } }: { readonly preview: ImportPreview }) => {
  const t = useCheckTexts();
  const language = useLanguage();
  const isUnusable = problem !== undefined && problem.code !== 'address_column_missing';
  return (
    <Section title={t('check.rows')} about={t(sheets === undefined ? 'check.rowsOfText' : 'check.rowsAbout')}>
      {isUnusable && <ProblemAlert error={new Error(sayFileProblem(problem, language))} />}
      <Box tabIndex={0} role="region" aria-label={t('check.rows')} style={{ overflowX: 'auto' }}>
        <Table striped withTableBorder style={{ whiteSpace: 'nowrap' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th c="dimmed">
                <span aria-hidden>#</span>
              </Table.Th>
              {columns.map(({ column, header }) => (
                <Table.Th key={column}>
                  <Text size="sm" fw={600} maw={220} truncate>
                    {header}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, SHOWN).map(({ row, cells }) => (
              <Table.Tr key={row}>
                <Table.Td c="dimmed">{row}</Table.Td>
                {columns.map(({ column }, at) => (
                  <Table.Td key={column}>
                    <Text size="sm" maw={220} truncate>
                      {cells[at] ?? ''}
                    </Text>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
    </Section>
  );
};
