import { Alert, List } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type Ref, useMemo } from 'react';
import { useLanguage } from '../../common/language/use-language.ts';
import { sayFinding } from '../../common/problems/say-finding.ts';
import type { Compiled, Finding } from '../mail/compile-mjml.ts';
import { CodeEditor, type CodeEditorHandle } from './code-editor.tsx';
import type { Draft } from './draft.ts';
import { findingsIn } from './findings.ts';
import { liquidFindings } from './liquid-findings.ts';
import { useEditorTexts } from './texts.ts';
import { useMergeFields } from './use-merge-fields.ts';

const REST_MS = 400;
const OWN = 'unsubscribe_url';

interface Props {
  readonly code: string;
  readonly format: Draft['format'];
  readonly compiled: Compiled | undefined;
  /** What the service said of the mail, if it did not like it. */
  readonly problem: unknown;
  readonly isReadOnly: boolean;
  readonly onChange: (code: string) => void;
  readonly handle: Ref<CodeEditorHandle>;
}

/** The code with what is wrong in it: at its place, and as a list below for those who cannot see places. */
export const CodePane = ({ code, format, compiled, problem, isReadOnly, onChange, handle }: Props) => {
  const t = useEditorTexts();
  const known = useMergeFields();
  const fields = useMemo(() => [...known, { name: OWN }], [known]);
  const findings = useFindings({ code, format, compiled, problem });
  return (
    <>
      <CodeEditor
        value={code}
        label={t(`code.${format}`)}
        fields={fields}
        findings={findings}
        isReadOnly={isReadOnly}
        onChange={onChange}
        handle={handle}
      />
      {findings.length > 0 && (
        <Alert color="red" variant="light" mt="sm" title={t('code.findings')} role="status">
          <List size="sm">
            {findings.slice(0, 5).map(({ line, message }) => (
              <List.Item key={`${line} ${message}`}>{t('code.at', { line, message })}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
};

/** The author's Liquid first: where it is broken, what MJML says of it only follows from that. */
const useFindings = ({
  code,
  format,
  compiled,
  problem,
}: Pick<Props, 'code' | 'format' | 'compiled' | 'problem'>): readonly Finding[] => {
  const [resting] = useDebouncedValue(code, REST_MS);
  const language = useLanguage();
  const found = useMemo(() => {
    const liquid = liquidFindings('html', resting);
    if (liquid.length > 0) return liquid;
    return format === 'html' ? findingsIn(problem, 'html') : (compiled?.findings ?? []);
  }, [resting, format, compiled, problem]);
  return useMemo(
    () => found.map((finding) => ({ ...finding, message: sayFinding(finding.message, language) })),
    [found, language],
  );
};
