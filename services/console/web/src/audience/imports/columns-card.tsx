import { Alert, Group, NativeSelect, Stack } from '@mantine/core';
import { Section } from '../../common/section.tsx';

import type { Attribute, ImportPreview } from '../model.ts';
import { useCheckTexts } from './check-texts.ts';
import { ColumnRow } from './column-row.tsx';
import { keyOf, unclearIn } from './mapping.ts';
import type { Checking } from './use-check.ts';

interface Props {
  readonly check: Checking;
  readonly preview: ImportPreview;
  readonly attributes: readonly Attribute[];
}

/** What each column of the sheet is imported as. */
export const ColumnsCard = ({ check, preview, attributes }: Props) => {
  const t = useCheckTexts();
  const { choices, problems, choose } = check;
  const { columns, rows } = preview;
  const headers = columns.map(({ header }) => header);
  const hasAddress = headers.some((header) => choices[keyOf(header)]?.holds === 'address');
  return (
    <Section title={t('columns.title')} about={t('columns.about')}>
      {!hasAddress && (
        <Alert color="orange" role="status">
          {t('columns.noAddress')}
        </Alert>
      )}
      <Stack gap="xs">
        {columns.map((column, at) => {
          const key = keyOf(column.header);
          return (
            <ColumnRow
              key={column.column}
              column={column}
              values={rows.map(({ cells }) => cells[at] ?? '').filter((value) => value !== '')}
              choice={choices[key]}
              problem={problems[key]}
              attributes={attributes}
              onChoose={(choice) => choose(key, choice, headers)}
            />
          );
        })}
      </Stack>
      <CustomsInputs check={check} preview={preview} />
    </Section>
  );
};

/** Asked only where a column holds what may be written in two ways. */
const CustomsInputs = ({ check: { choices, customs, setCustoms }, preview }: Pick<Props, 'check' | 'preview'>) => {
  const t = useCheckTexts();
  const valuesOf = (type: Attribute['type']) =>
    preview.columns.flatMap(({ header }, at) => {
      const choice = choices[keyOf(header)];
      return choice?.holds === 'field' && choice.type === type ? preview.rows.map(({ cells }) => cells[at] ?? '') : [];
    });
  const { decimal = '.', dates } = customs;
  return (
    <Group>
      {unclearIn(valuesOf('number'), customs).decimal && (
        <NativeSelect
          label={t('customs.decimal')}
          value={decimal}
          data={[
            { value: '.', label: t('customs.point') },
            { value: ',', label: t('customs.comma') },
          ]}
          onChange={(event) => setCustoms({ ...customs, decimal: event.currentTarget.value === ',' ? ',' : '.' })}
        />
      )}
      {unclearIn(valuesOf('date'), customs).dates && (
        <NativeSelect
          label={t('customs.dates')}
          value={dates ?? ''}
          data={[
            { value: '', label: t('customs.refuse') },
            { value: 'day_first', label: t('customs.dayFirst') },
            { value: 'month_first', label: t('customs.monthFirst') },
          ]}
          onChange={(event) => {
            const { dates: _, ...others } = customs;
            const { value } = event.currentTarget;
            setCustoms(value === 'day_first' || value === 'month_first' ? { ...others, dates: value } : others);
          }}
        />
      )}
    </Group>
  );
};
