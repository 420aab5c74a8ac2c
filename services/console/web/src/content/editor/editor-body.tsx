import { Box, Center, Grid, Group, Loader, SegmentedControl, Stack } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { lazy, type RefObject, Suspense, useRef, useState } from 'react';

import { speech } from '../../common/language/speech.ts';
import type { Chosen } from '../preview/contact-choice.tsx';
import { PreviewPanel } from '../preview/preview-panel.tsx';
import { usePreview } from '../preview/use-preview.ts';
import type { CodeEditorHandle } from './code-editor.tsx';
import type { Draft } from './draft.ts';
import { FieldList } from './field-list.tsx';
import { FieldMenu } from './field-menu.tsx';
import { FilesSection } from './files-section.tsx';
import { HintsSection } from './hints-section.tsx';
import { TextSection } from './text-section.tsx';
import { useEditorTexts } from './texts.ts';
import { useCompiled } from './use-compiled.ts';

const CodePane = lazy(speech.withWords(async () => ({ default: (await import('./code-pane.tsx')).CodePane })));
const VisualPane = lazy(
  speech.withWords(async () => ({ default: (await import('../visual/visual-pane.tsx')).VisualPane })),
);

type Mode = 'visual' | 'code' | 'preview';
const NOTHING = {};

interface Props {
  readonly draft: Draft;
  readonly contact: Chosen | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
  /** Gets what tells at once of a change on the canvas that is not told yet. */
  readonly flush: RefObject<() => void>;
  readonly onChooseContact: (contact: Chosen | undefined) => void;
}

/** The content itself: designed, written or looked at. */
export const EditorBody = ({ draft, contact, isReadOnly, onChange, flush, onChooseContact }: Props) => {
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [mode, setMode] = useMode(draft.format, isReadOnly, isWide);
  const code = useRef<CodeEditorHandle>(null);
  const compiled = useCompiled(draft);
  const html = compiled.data?.html ?? '';
  const preview = usePreview({
    subject: draft.subject,
    html,
    text: draft.text,
    fields: contact?.fields ?? NOTHING,
  });
  const isEmpty = html === '' && !compiled.isPending;
  const panel = (
    <PreviewPanel preview={preview} isEmpty={isEmpty} contact={contact} onChooseContact={onChooseContact} />
  );
  const writing = { code: draft.code, format: draft.format };
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Group justify="space-between">
          <ModeChoice mode={mode} format={draft.format} isReadOnly={isReadOnly} onChoose={setMode} />
          {!isReadOnly && <WhatIsKnown {...(mode === 'code' && { onInsert: (text) => code.current?.insert(text) })} />}
        </Group>
        <Suspense fallback={<Coming />}>
          {mode === 'visual' && (
            <VisualPane mjml={draft.code} flush={flush} onChange={(mjml) => onChange({ code: mjml })} />
          )}
          {mode === 'code' && (
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, md: 7 }}>
                <CodePane
                  {...writing}
                  handle={code}
                  compiled={compiled.data}
                  problem={preview.error}
                  isReadOnly={isReadOnly}
                  onChange={(text) => onChange({ code: text })}
                />
              </Grid.Col>
              {isWide && <Grid.Col span={5}>{panel}</Grid.Col>}
            </Grid>
          )}
        </Suspense>
        {mode === 'preview' && <Box maw="48rem">{panel}</Box>}
      </Stack>
      <HintsSection mail={{ subject: draft.subject, html, text: draft.text }} />
      <FilesSection
        draft={draft}
        isReadOnly={isReadOnly}
        onChange={onChange}
        {...(mode === 'code' && { onInsert: (text: string) => code.current?.insert(text) })}
      />
      <TextSection text={draft.text} derived={preview.data?.text ?? ''} isReadOnly={isReadOnly} onChange={onChange} />
    </Stack>
  );
};

/** Merge fields to be put into the code, and whose they are. */
const WhatIsKnown = ({ onInsert }: { readonly onInsert?: (text: string) => void }) => (
  <Group gap="xs">
    <FieldList />
    {onInsert && <FieldMenu withLink onInsert={onInsert} />}
  </Group>
);

/** Who has chosen nothing yet begins on the canvas; where there is no room for it, with what the mail looks like, and no code. */
const beginning = (format: Draft['format'], isWide: boolean): Mode => {
  if (isWide) return 'visual';
  return format === 'mjml' ? 'preview' : 'code';
};

/** As the author worked last time, where that is possible. */
const useMode = (format: Draft['format'], isReadOnly: boolean, isWide: boolean) => {
  const [last, setLast] = useLocalStorage<string>({
    key: 'bulkhead.editor.mode',
    defaultValue: beginning(format, isWide),
    getInitialValueInEffect: false,
  });
  const [own, setOwn] = useState<Mode>();
  const possible = modesFor(format, isReadOnly);
  const choose = (mode: Mode): void => {
    setOwn(mode);
    if (!isReadOnly && mode !== 'preview') setLast(mode);
  };
  const first = isReadOnly ? 'preview' : possible.find((mode) => mode === last);
  return [own ?? first ?? 'code', choose] as const;
};

/** HTML has no visual editor: what it would make of somebody's own HTML is not what they wrote. */
const modesFor = (format: Draft['format'], isReadOnly: boolean): readonly Mode[] =>
  format === 'mjml' && !isReadOnly ? ['visual', 'code', 'preview'] : ['code', 'preview'];

const Coming = () => {
  const t = useEditorTexts();
  return (
    <Center h={600} role="status" aria-busy="true">
      <Loader type="dots" aria-label={t('code.loading')} />
    </Center>
  );
};

interface ModeProps {
  readonly mode: Mode;
  readonly format: Draft['format'];
  readonly isReadOnly: boolean;
  readonly onChoose: (mode: Mode) => void;
}

const ModeChoice = ({ mode, format, isReadOnly, onChoose }: ModeProps) => {
  const t = useEditorTexts();
  const modes = modesFor(format, isReadOnly);
  return (
    <SegmentedControl
      aria-label={t('mode.label')}
      value={mode}
      data={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
      onChange={(word) => onChoose(modes.find((one) => one === word) ?? 'code')}
    />
  );
};
