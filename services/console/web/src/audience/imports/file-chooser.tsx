import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { useMay } from '../../app/session/session-context.tsx';
import { Allowed } from '../../common/allowed.tsx';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { UnsavedGuard } from '../../common/unsaved-guard.tsx';
import { problemsOf, withMore } from './chosen-files.ts';
import { ChosenFiles } from './chosen-files.tsx';
import { useImportTexts } from './texts.ts';
import { UploadFailed } from './upload-file.ts';
import { useUpload } from './use-upload.ts';

/** Files are dropped or chosen, and go up together. */
export const FileChooser = ({ listId }: { readonly listId: string }) => {
  const t = useImportTexts();
  const navigate = useNavigate();
  const [files, setFiles] = useState<readonly File[]>([]);
  const upload = useUpload(listId, (importId) => {
    void navigate({ to: '/audience/imports/$importId', params: { importId }, ignoreBlocker: true });
  });
  const problems = problemsOf(files);
  const choose = (next: readonly File[]) => {
    upload.forget();
    setFiles(next);
  };
  return (
    <Stack>
      <Drop isDisabled={upload.isUploading} onDrop={(more) => choose(withMore(files, more))} />
      <ChosenFiles
        files={files}
        sent={upload.sent}
        isUploading={upload.isUploading}
        onRemove={(name) => choose(files.filter((file) => file.name !== name))}
      />
      {problems.length > 0 && (
        <Alert color="red" role="alert">
          <List size="sm">
            {problems.map((problem) => (
              <List.Item key={JSON.stringify(problem)}>
                {t(`problem.${problem.kind}`, { name: 'name' in problem ? problem.name : '' })}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <UploadProblem error={upload.error} />
      <Group>
        {upload.isUploading ? (
          <Button variant="default" onClick={upload.stop}>
            {t('upload.stop')}
          </Button>
        ) : (
          <Allowed role="author">
            {(may) => (
              <Button disabled={!may || files.length === 0 || problems.length > 0} onClick={() => upload.begin(files)}>
                {t(upload.error === null ? 'upload.start' : 'upload.again')}
              </Button>
            )}
          </Allowed>
        )}
        {upload.isUploading && (
          <Text size="sm" c="dimmed">
            {t('upload.safe')}
          </Text>
        )}
      </Group>
      <UnsavedGuard isUnsaved={upload.isUploading} title={t('upload.leaveTitle')} text={t('upload.leaveText')} />
    </Stack>
  );
};

const UploadProblem = ({ error }: { readonly error: unknown }) => {
  const t = useImportTexts();
  if (!(error instanceof UploadFailed)) return <ProblemAlert error={error} />;
  return (
    <Alert color="red" role="alert">
      {t('upload.failed', { name: error.fileName })}
    </Alert>
  );
};

interface DropProps {
  readonly isDisabled: boolean;
  readonly onDrop: (files: readonly File[]) => void;
}

const Drop = ({ isDisabled, onDrop }: DropProps) => {
  const t = useImportTexts();
  const may = useMay('author');
  return (
    <Dropzone
      onDrop={onDrop}
      disabled={isDisabled || !may}
      p="xl"
      radius="lg"
      aria-label={t('drop.title')}
      inputProps={{ 'aria-label': t('drop.title') }}
    >
      <Stack align="center" gap="xs" py="md" style={{ pointerEvents: 'none' }}>
        <IconFileSpreadsheet size={44} stroke={1.3} aria-hidden />
        <Text fw={600} ta="center">
          {t('drop.title')}
        </Text>
        <Text size="sm" c="dimmed" ta="center">
          {t('drop.hint')}
        </Text>
      </Stack>
    </Dropzone>
  );
};
