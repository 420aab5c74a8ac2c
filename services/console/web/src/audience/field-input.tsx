import { NativeSelect, TextInput } from '@mantine/core';
import { useFieldTexts } from './field-texts.ts';
import type { Attribute } from './model.ts';

interface Props {
  readonly attribute: Attribute;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

/** A merge field of somebody, as its type asks for it; the service judges what was typed. */
export const FieldInput = ({ attribute: { name, type }, value, onChange, error, disabled = false }: Props) => {
  const t = useFieldTexts();
  const common = { label: name, value, error, disabled };
  if (type === 'boolean') {
    const options = [
      { value: '', label: t('unknown') },
      { value: 'true', label: t('yes') },
      { value: 'false', label: t('no') },
    ];
    return <NativeSelect {...common} data={options} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
  return (
    <TextInput
      {...common}
      {...(type === 'date' && { placeholder: '2026-11-22' })}
      {...(type === 'number' && { inputMode: 'decimal' as const })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};
