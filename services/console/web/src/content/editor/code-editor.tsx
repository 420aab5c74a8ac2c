import { html } from '@codemirror/lang-html';
import { liquid } from '@codemirror/lang-liquid';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useComputedColorScheme } from '@mantine/core';
import CodeMirror, { type ReactCodeMirrorRef } from '@uiw/react-codemirror';
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';

import type { Finding } from '../mail/compile-mjml.ts';
import { liquidFilters, liquidTags } from './liquid-findings.ts';
import type { MergeField } from './merge-fields.ts';
import { MJML_TAGS } from './mjml-tags.ts';
import { useEditorTexts } from './texts.ts';

export interface CodeEditorHandle {
  /** Puts text where the cursor is. */
  insert: (text: string) => void;
}

interface Props {
  readonly value: string;
  readonly label: string;
  /** Merge fields that are offered between {{ and }}. */
  readonly fields: readonly MergeField[];
  readonly findings: readonly Finding[];
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
  readonly handle: Ref<CodeEditorHandle>;
}

/** Liquid over MJML or HTML. Tab leaves it, as it leaves everything else on the page. */
export const CodeEditor = ({ value, label, fields, findings, isReadOnly, onChange, handle }: Props) => {
  const scheme = useComputedColorScheme('light');
  const editor = useRef<ReactCodeMirrorRef>(null);
  const offered = useOffered(fields);
  const extensions = useMemo(() => extensionsFor(label, offered), [label, offered]);
  useFindings(editor.current?.view, findings, value);
  useImperativeHandle(handle, () => ({ insert: (text) => insertInto(editor.current?.view, text) }), []);
  return (
    <CodeMirror
      ref={editor}
      value={value}
      theme={scheme}
      height="720px"
      readOnly={isReadOnly}
      indentWithTab={false}
      extensions={extensions}
      onChange={onChange}
      className="code-editor"
    />
  );
};

const insertInto = (view: EditorView | undefined, text: string): void => {
  if (view === undefined) return;
  view.dispatch(view.state.replaceSelection(text));
  view.focus();
};

/** What is offered where a field can stand. */
interface Completion {
  readonly label: string;
  readonly type: 'variable';
  readonly detail?: string;
}

/** With a field, how many have no value for it. */
const useOffered = (fields: readonly MergeField[]): readonly Completion[] => {
  const t = useEditorTexts();
  return useMemo(
    () =>
      fields.map(({ name, missing = 0, of = 0 }) => ({
        label: name,
        type: 'variable' as const,
        ...(missing > 0 && { detail: t('field.missing', { missing, of }) }),
      })),
    [fields, t],
  );
};

const extensionsFor = (label: string, fields: readonly Completion[]) => [
  liquid({
    base: html({ extraTags: MJML_TAGS, matchClosingTags: true }),
    variables: [...fields],
    filters: liquidFilters().map((filter) => ({ label: filter, type: 'function' })),
    tags: liquidTags().map((tag) => ({ label: tag, type: 'keyword' })),
  }),
  EditorView.lineWrapping,
  lintGutter(),
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
];

const useFindings = (view: EditorView | undefined, findings: readonly Finding[], value: string): void => {
  useEffect(() => {
    if (view === undefined || view.state.doc.toString() !== value) return;
    view.dispatch(
      setDiagnostics(
        view.state,
        findings.map((finding) => diagnosticOf(view.state.doc, finding)),
      ),
    );
  }, [view, findings, value]);
};

const diagnosticOf = (text: Text, { line, column, message }: Finding): Diagnostic => {
  const at = text.line(Math.max(1, Math.min(line, text.lines)));
  const from = Math.min(at.to, at.from + (column ?? 1) - 1);
  return { from, to: column === undefined ? at.to : Math.min(at.to, from + 1), severity: 'error', message };
};
