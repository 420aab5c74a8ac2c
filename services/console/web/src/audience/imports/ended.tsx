import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClockX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { use } from 'react';
import { Allowed } from '../../common/allowed.tsx';
import { sayAgain } from '../../common/language/say-again.ts';
import { useLanguage } from '../../common/language/use-language.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import type { Import } from '../model.ts';
import { sayFileProblem } from './file-problems.ts';
import { ImportSteps } from './import-steps.tsx';
import { Counts } from './live.tsx';
import { noteWords } from './note-words.ts';
import { outcomeOf } from './outcome.ts';
import { replayImport } from './queries.ts';
import { RejectedRows } from './rejected-rows.tsx';
import { useImportTexts } from './texts.ts';
import { useChangeSeen } from './use-change-seen.ts';

const LOOKS = {
  finished: { color: 'teal', icon: IconCheck },
  nobody: { color: 'orange', icon: IconAlertTriangle },
  nothing: { color: 'orange', icon: IconAlertTriangle },
  failed: { color: 'red', icon: IconAlertTriangle },
  cancelled: { color: 'gray', icon: IconClockX },
  expired: { color: 'gray', icon: IconClockX },
} as const;

/** What came of an import. */
export const Ended = ({ of }: { readonly of: Import }) => {
  const { status } = of;
  const outcome = outcomeOf(of);
  if (outcome === undefined) return null;
  return (
    <Stack gap="lg">
      {status === 'finished' && <ImportSteps at="done" />}
      <Outcome of={of} outcome={outcome} />
      {status !== 'failed' && status !== 'expired' && <Counts of={of} />}
      <Remarks of={of} />
      <WhatNext of={of} />
    </Stack>
  );
};

const Remarks = ({ of }: { readonly of: Import }) => {
  const { rejected, doubtful, notes = [] } = of;
  return (
    <>
      {rejected > 0 && <RejectedRows of={of} />}
      {doubtful && doubtful.role + doubtful.disposable > 0 && <Doubtful {...doubtful} />}
      {notes.length > 0 && <Notes notes={notes} />}
    </>
  );
};

const Outcome = ({ of, outcome }: { readonly of: Import; readonly outcome: keyof typeof LOOKS }) => {
  const t = useImportTexts();
  const { color, icon: Picture } = LOOKS[outcome];
  const language = useLanguage();
  const problem = of.problem && sayFileProblem(of.problem, language);
  const isExplained = outcome === 'cancelled' || outcome === 'nobody';
  const said = problem ?? (isExplained ? t(`end.${outcome}About`) : undefined);
  return (
    <Alert color={color} icon={<Picture aria-hidden />} title={t(`end.${outcome}`)} role="status">
      {said}
    </Alert>
  );
};

const Doubtful = ({ role, disposable }: NonNullable<Import['doubtful']>) => {
  const t = useImportTexts();
  return (
    <Alert color="yellow" title={t('end.doubtful')}>
      <List size="sm">
        {role > 0 && <List.Item>{t('end.role', { written: role })}</List.Item>}
        {disposable > 0 && <List.Item>{t('end.disposable', { written: disposable })}</List.Item>}
      </List>
    </Alert>
  );
};

const Notes = ({ notes }: { readonly notes: readonly string[] }) => {
  const t = useImportTexts();
  const language = useLanguage();
  const words = use(noteWords.load(language));
  return (
    <Alert color="gray" title={t('end.notes')}>
      <List size="sm">
        {notes.map((note) => (
          <List.Item key={note}>{sayAgain(note, words)}</List.Item>
        ))}
      </List>
    </Alert>
  );
};

const WhatNext = ({ of: { importId, listId, status } }: { readonly of: Import }) => {
  const t = useImportTexts();
  const queries = useQueryClient();
  const replay = useMutation({
    mutationFn: () => replayImport(importId),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['audience', 'imports', importId] }),
  });
  const isBeginning = useChangeSeen(importId, replay);
  const isTakenUp = status === 'cancelled' || status === 'failed';
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button renderRoot={(props) => <Link to="/audience/lists/$listId" params={{ listId }} {...props} />}>
          {t('end.list')}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/audience/lists/$listId/import" params={{ listId }} {...props} />}
        >
          {t('end.again')}
        </Button>
        {isTakenUp && (
          <Allowed role="author">
            {(may) => (
              <Button
                variant="default"
                disabled={!may}
                loading={replay.isPending || isBeginning}
                onClick={() => replay.mutate()}
              >
                {t('end.replay')}
              </Button>
            )}
          </Allowed>
        )}
      </Group>
      {replay.error && (
        <Text component="div">
          <ProblemAlert error={replay.error} />
        </Text>
      )}
    </Stack>
  );
};
