import { Switch, Textarea } from '@mantine/core';
import { useState } from 'react';

import { Section } from '../../common/section.tsx';
import type { Draft } from './draft.ts';
import { useEditorTexts } from './texts.ts';

interface Props {
  readonly text: string;
  /** What would be sent otherwise. */
  readonly derived: string;
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** The text part: made from the HTML, or the author's own. */
export const TextSection = ({ text, derived, isReadOnly, onChange }: Props) => {
  const t = useEditorTexts();
  const [isOwn, setOwn] = useState(text !== '');
  return (
    <Section
      title={t('text.title')}
      about={t('text.about')}
      aside={
        <Switch
          label={t('text.own')}
          checked={isOwn}
          disabled={isReadOnly}
          onChange={(event) => {
            setOwn(event.currentTarget.checked);
            onChange({ text: event.currentTarget.checked ? derived : '' });
          }}
        />
      }
    >
      {isOwn && (
        <Textarea
          aria-label={t('text.label')}
          value={text}
          autosize
          minRows={8}
          maxRows={24}
          readOnly={isReadOnly}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      )}
    </Section>
  );
};
