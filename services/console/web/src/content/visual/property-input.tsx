import { ColorInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Property } from './properties.ts';
import { useVisualTexts } from './texts.ts';

interface Props {
  readonly property: Property;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const SHAPES = {
  words: '',
  size: '16px',
  address: 'https://',
} as const;

/** One property of a part. What is typed holds when the field is left, or with Enter. */
export const PropertyInput = ({ property, value, onChange }: Props) => {
  const t = useVisualTexts();
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  // Undone, or changed on the canvas: what is typed follows, and the focus stays.
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
  }
  const label = t(`property.${property.name}`);
  const tell = (now: string): void => {
    if (now.trim() !== value) onChange(now.trim());
  };
  if (property.as === 'choice') {
    return (
      <Select
        size="xs"
        label={label}
        value={value === '' ? null : value}
        placeholder={t('value.none')}
        data={property.values.map((one) => ({ value: one, label: t(`value.${one}`) }))}
        clearable
        clearButtonProps={{ 'aria-label': t('value.none') }}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    );
  }
  if (property.as === 'colour') {
    return (
      <ColorInput
        size="xs"
        label={label}
        value={typed}
        placeholder={t('value.none')}
        withEyeDropper={false}
        onChange={setTyped}
        onChangeEnd={tell}
        onBlur={() => tell(typed)}
      />
    );
  }
  return (
    <TextInput
      size="xs"
      label={label}
      value={typed}
      placeholder={SHAPES[property.as]}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => tell(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') tell(typed);
      }}
    />
  );
};
