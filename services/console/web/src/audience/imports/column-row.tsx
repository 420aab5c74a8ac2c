import { Box, Group, NativeSelect, Paper, Text, TextInput } from '@mantine/core';

import type { Attribute } from '../model.ts';
import { useAudienceTexts } from '../texts.ts';
import { useCheckTexts } from './check-texts.ts';
import { fieldName } from './field-name.ts';
import { areAddresses, type Choice, type ChoiceProblem, isNameable, type PreviewColumn } from './mapping.ts';

const EXAMPLES = 3;

interface Props {
  readonly column: PreviewColumn;
  /** What its first rows hold. */
  readonly values: readonly string[];
  readonly choice: Choice | undefined;
  readonly problem: ChoiceProblem | undefined;
  readonly attributes: readonly Attribute[];
  readonly onChoose: (choice: Choice) => void;
}

/** A column of the file, some of its values, and what becomes of it. */
export const ColumnRow = (props: Props) => {
  const t = useCheckTexts();
  const { column, values, choice } = props;
  const { header } = column;
  return (
    <Paper withBorder px="md" py="sm" {...(choice?.holds === 'nothing_wanted' && { className: 'left-out' })}>
      <Group align="flex-start" gap="md">
        <Box w={{ base: '100%', sm: 240 }} style={{ overflow: 'hidden' }}>
          <Text fw={600} size="sm" truncate>
            {header === '' ? t('columns.noHeader', { column: column.column }) : header}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {values.slice(0, EXAMPLES).join(' · ')}
          </Text>
        </Box>
        {choice !== undefined && isNameable(header) ? (
          <Choosing {...props} choice={choice} />
        ) : (
          <Text size="sm" c="dimmed" flex={1}>
            {t(values.length === 0 ? 'columns.unnameableEmpty' : 'columns.unnameable')}
          </Text>
        )}
      </Group>
    </Paper>
  );
};

const Choosing = ({
  column: { header },
  values,
  choice,
  problem,
  attributes,
  onChoose,
}: Props & { readonly choice: Choice }) => {
  const t = useCheckTexts();
  const { holds, field } = choice;
  const choose = (wanted: string) => {
    if (wanted === 'address' || wanted === 'nothing_wanted') onChoose({ ...choice, holds: wanted });
    else onChoose({ ...choice, holds: 'field', field: field || fieldName(header) });
  };
  return (
    <Group align="flex-start" gap="sm" flex={1} miw={240}>
      <NativeSelect
        aria-label={t('columns.asOf', { header })}
        value={holds}
        data={[
          { value: 'address', label: t('columns.address') },
          { value: 'field', label: t('columns.asField') },
          { value: 'nothing_wanted', label: t('columns.nothing') },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
        w={{ base: '100%', xs: 160 }}
      />
      {holds === 'address' && values.length > 0 && !areAddresses(values) && (
        <Text size="sm" role="alert" flex={1} miw={140}>
          {t('columns.notAddresses')}
        </Text>
      )}
      {holds === 'field' && (
        <>
          <TextInput
            aria-label={t('columns.fieldOf', { header })}
            value={field}
            maxLength={64}
            onChange={(event) => onChoose({ ...choice, field: event.currentTarget.value })}
            error={problem && t(`columns.${problem}`)}
            flex={1}
            miw={140}
          />
          <TypeSelect header={header} choice={choice} attributes={attributes} onChoose={onChoose} />
        </>
      )}
    </Group>
  );
};

const TYPES = ['text', 'number', 'date', 'boolean'] as const;

interface TypeProps {
  readonly header: string;
  readonly choice: Choice;
  readonly attributes: readonly Attribute[];
  readonly onChoose: (choice: Choice) => void;
}

/** A field is of one type in all lists: where it has one there is nothing to choose. */
const TypeSelect = ({ header, choice, attributes, onChoose }: TypeProps) => {
  const t = useCheckTexts();
  const audience = useAudienceTexts();
  const known = attributes.find(({ name, type }) => name === choice.field && type !== 'text')?.type;
  return (
    <NativeSelect
      aria-label={t('columns.typeOf', { header })}
      value={known ?? choice.type}
      disabled={known !== undefined}
      {...(known !== undefined && { title: t('columns.fixed', { field: choice.field }) })}
      data={TYPES.map((type) => ({ value: type, label: audience(`type.${type}`) }))}
      onChange={(event) => {
        const type = TYPES.find((one) => one === event.currentTarget.value) ?? 'text';
        onChoose({ ...choice, type });
      }}
      w={120}
    />
  );
};
