import { Group, MultiSelect, NativeSelect, TagsInput, Text, TextInput } from '@mantine/core';
import type { ValueEditorProps } from 'react-querybuilder';

import { useListChoices } from '../../common/use-lists.ts';
import { DayInput } from './day-input.tsx';
import { amountOf } from './rule-fields.ts';
import { useSegmentTexts } from './texts.ts';

/** The value that a rule compares with, as the field and the comparison ask for it. */
export const RuleValue = ({ operator, value, fieldData, disabled = false, ...editor }: ValueEditorProps) => {
  const type = textIn(fieldData['datatype']);
  const amount = amountOf(operator);
  const input = { type, disabled, onChange: (next: unknown) => editor.handleOnChange(next) };
  if (amount === 'none') return null;
  if (type === 'list') return <Lists {...input} value={textsIn(value)} />;
  if (amount === 'many') return <Many {...input} value={textsIn(value)} />;
  if (amount === 'two') return <Two {...input} value={textsIn(value)} />;
  return <One {...input} value={textIn(value)} label="rule.value" />;
};

interface Input<Value> {
  readonly type: string;
  readonly value: Value;
  readonly disabled: boolean;
  readonly onChange: (value: unknown) => void;
}

const textIn = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

/** Lists come as arrays, or as one text with commas. */
const textsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.map(textIn);
  const text = textIn(value);
  return text === '' ? [] : text.split(',').map((part) => part.trim());
};

const One = ({
  type,
  value,
  disabled,
  onChange,
  label,
}: Input<string> & { readonly label: 'rule.value' | 'value.from' | 'value.to' }) => {
  const t = useSegmentTexts();
  if (type === 'date') return <DayInput value={value} label={t(label)} disabled={disabled} onChange={onChange} />;
  if (type === 'boolean') {
    const options = [
      { value: '', label: t('value.choose') },
      { value: 'true', label: t('value.yes') },
      { value: 'false', label: t('value.no') },
    ];
    const choose = (chosen: string) => onChange(chosen === '' ? '' : chosen === 'true');
    return (
      <NativeSelect
        aria-label={t(label)}
        data={options}
        value={value}
        disabled={disabled}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      aria-label={t(label)}
      value={value}
      disabled={disabled}
      maxLength={256}
      {...(type === 'number' && { inputMode: 'decimal' as const, w: 120 })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

const Two = ({ value, onChange, ...input }: Input<readonly string[]>) => {
  const t = useSegmentTexts();
  const [from = '', to = ''] = value;
  return (
    <Group gap="xs">
      <One {...input} label="value.from" value={from} onChange={(next) => onChange([next, to])} />
      <Text size="sm">{t('value.and')}</Text>
      <One {...input} label="value.to" value={to} onChange={(next) => onChange([from, next])} />
    </Group>
  );
};

const Many = ({ value, disabled, onChange }: Input<readonly string[]>) => {
  const t = useSegmentTexts();
  return (
    <TagsInput
      aria-label={t('rule.value')}
      {...(value.length === 0 && { placeholder: t('value.many') })}
      value={[...value]}
      disabled={disabled}
      maxTags={100}
      onChange={onChange}
      miw={240}
    />
  );
};

const Lists = ({ value, disabled, onChange }: Input<readonly string[]>) => {
  const t = useSegmentTexts();
  const { lists, look } = useListChoices(value);
  return (
    <MultiSelect
      aria-label={t('value.lists')}
      {...(value.length === 0 && { placeholder: t('value.choose') })}
      data={lists.map(({ listId, name }) => ({ value: listId, label: name }))}
      value={[...value]}
      disabled={disabled}
      onChange={onChange}
      onSearchChange={look}
      searchable
      limit={100}
      miw={240}
    />
  );
};
