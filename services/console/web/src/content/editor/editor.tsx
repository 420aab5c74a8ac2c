import '../content.css';

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { useMay } from '../../app/session/session-context.tsx';
import { Conflict } from '../../common/conflict.tsx';
import { Page } from '../../common/page.tsx';
import { isConflict } from '../../common/problem.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { UnsavedGuard } from '../../common/unsaved-guard.tsx';
import { useDraft } from '../../common/use-draft.ts';
import type { Chosen } from '../preview/contact-choice.tsx';
import { readTemplate, templateQuery } from '../queries.ts';
import { type Draft, isSame, leftAfter, readDraft } from './draft.ts';
import { EditorActions } from './editor-actions.tsx';
import { EditorBody } from './editor-body.tsx';
import { EditorFields } from './editor-fields.tsx';
import { useEditorTexts } from './texts.ts';
import { useSave } from './use-save.ts';

const NOTHING = {};

interface Props {
  /** Of a template that exists. */
  readonly templateId?: string;
  /** What a new one begins with. */
  readonly start?: string;
  readonly saved: Draft;
}

/** Writing a template: what is not saved is kept in this tab until it is. */
export const Editor = ({ templateId, start = '', saved }: Props) => {
  const t = useEditorTexts();
  const isAuthor = useMay('author');
  const { draft = saved, keep, drop } = useDraft(`template.${templateId ?? start}`, readDraft);
  const isUnsaved = isAuthor && !isSame(draft, saved);
  const [wasUnsaved] = useState(isUnsaved);
  // What the canvas and the text part began with is gone with the draft: they begin anew.
  const [epoch, setEpoch] = useState(0);
  const latest = useRef(draft);
  latest.current = draft;
  const change = (part: Partial<Draft>): void => {
    // Two changes of one moment (an editor's, a dialog's) must not undo each other.
    latest.current = { ...latest.current, ...part };
    keep(latest.current);
  };
  const flush = useRef((): void => undefined);
  const forget = (): void => {
    flush.current();
    drop();
    setEpoch((before) => before + 1);
  };
  const save = useSave(templateId, ({ sent, version, templateId: savedAs }) => {
    flush.current();
    const left = leftAfter(sent, latest.current, version);
    if (left === undefined || templateId === undefined) drop();
    else change(left);
    if (left !== undefined && templateId === undefined) handOver(savedAs, left);
    notifications.show({ message: t('saved'), color: 'teal' });
  });
  const showTheirs = useShowTheirs(templateId);
  const [isAsked, setAsked] = useState(false);
  const [contact, setContact] = useState<Chosen>();
  return (
    <Page
      title={draft.name === '' ? t('new.title') : draft.name}
      back={{ to: '/content', label: t('back') }}
      action={
        <EditorActions
          {...(templateId !== undefined && { templateId })}
          fields={contact?.fields ?? NOTHING}
          isUnsaved={isUnsaved}
          isSaving={save.isPending}
          onSave={() => {
            setAsked(true);
            flush.current();
            if (isComplete(latest.current)) save.mutate({ draft: latest.current });
          }}
        />
      }
    >
      <UnsavedGuard isUnsaved={isUnsaved && !save.isPending} onDrop={forget} />
      {!isConflict(save.error) && <ProblemAlert error={save.error} />}
      {wasUnsaved && isUnsaved && <Restored onDrop={forget} />}
      <Stack gap="lg">
        <EditorFields draft={draft} error={save.error} isAsked={isAsked} isReadOnly={!isAuthor} onChange={change} />
        <EditorBody
          key={epoch}
          draft={draft}
          contact={contact}
          isReadOnly={!isAuthor}
          onChange={change}
          flush={flush}
          onChooseContact={setContact}
        />
      </Stack>
      <Conflict
        opened={isConflict(save.error)}
        showTheirs={showTheirs}
        drop={forget}
        onMine={() => save.mutate({ draft: latest.current, isForced: true })}
        onDecided={save.reset}
      />
    </Page>
  );
};

/** Shows what is saved now; of a template that is not saved yet there is nothing. */
const useShowTheirs = (templateId: string | undefined) => {
  const queries = useQueryClient();
  return async (): Promise<void> => {
    if (templateId === undefined) return;
    queries.setQueryData(templateQuery(templateId).queryKey, await readTemplate(templateId));
  };
};

/** What was written while a new template was being saved goes to its own page, where `useDraft` finds it. */
const handOver = (templateId: string, left: Draft): void =>
  sessionStorage.setItem(`bulkhead.draft.template.${templateId}`, JSON.stringify(left));

const isComplete = ({ name, subject }: Draft): boolean => name.trim() !== '' && subject.trim() !== '';

const Restored = ({ onDrop }: { readonly onDrop: () => void }) => {
  const t = useEditorTexts();
  return (
    <Alert color="yellow" variant="light">
      <Group justify="space-between">
        <Text size="sm">{t('restored')}</Text>
        <Button size="xs" variant="default" onClick={onDrop}>
          {t('drop')}
        </Button>
      </Group>
    </Alert>
  );
};
