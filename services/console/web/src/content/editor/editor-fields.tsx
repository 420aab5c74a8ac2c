import { SimpleGrid, TextInput } from '@mantine/core';
import { useRef } from 'react';

import type { Language } from '../../common/language/languages.ts';
import { useLanguage } from '../../common/language/use-language.ts';
import { fieldError } from '../../common/problem.ts';
import { sayFinding } from '../../common/problems/say-finding.ts';
import type { Draft } from './draft.ts';
import { FieldMenu } from './field-menu.tsx';
import { findingsIn } from './findings.ts';
import { useEditorTexts } from './texts.ts';

interface Props {
  readonly draft: Draft;
  readonly error: unknown;
  /** Somebody wanted to save it: what is missing is said. */
  readonly isAsked: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Name and subject. */
export const EditorFields = ({ draft, error, isAsked, isReadOnly, onChange }: Props) => {
  const t = useEditorTexts();
  const language = useLanguage();
  const subject = useRef<HTMLInputElement>(null);
  const insert = (text: string): void => {
    const { selectionStart, selectionEnd } = subject.current ?? {};
    const from = selectionStart ?? draft.subject.length;
    onChange({ subject: draft.subject.slice(0, from) + text + draft.subject.slice(selectionEnd ?? from) });
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={t('name')}
        description={t('name.about')}
        value={draft.name}
        maxLength={200}
        required
        readOnly={isReadOnly}
        error={isAsked && draft.name.trim() === '' ? t('name.missing') : fieldError(error, 'name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        ref={subject}
        label={t('subject')}
        description={t('subject.about')}
        value={draft.subject}
        maxLength={998}
        required
        readOnly={isReadOnly}
        error={
          isAsked && draft.subject.trim() === ''
            ? t('subject.missing')
            : (sayFirst(error, language) ?? fieldError(error, 'subject'))
        }
        rightSection={!isReadOnly && <FieldMenu onInsert={insert} />}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
};

const sayFirst = (error: unknown, language: Language): string | undefined => {
  const [first] = findingsIn(error, 'subject');
  return first && sayFinding(first.message, language);
};
