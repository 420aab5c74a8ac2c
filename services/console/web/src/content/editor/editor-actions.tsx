import { Badge, Button, Group } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconDeviceFloppy, IconSend } from '@tabler/icons-react';

import { Allowed } from '../../common/allowed.tsx';
import { TestDialog } from '../test-sends/test-dialog.tsx';
import { useEditorTexts } from './texts.ts';

interface Props {
  readonly templateId?: string;
  /** What a test is filled in with. */
  readonly fields: Readonly<Record<string, string>>;
  readonly isUnsaved: boolean;
  readonly isSaving: boolean;
  readonly onSave: () => void;
}

export const EditorActions = ({ templateId, fields, isUnsaved, isSaving, onSave }: Props) => {
  const t = useEditorTexts();
  const [isTesting, test] = useDisclosure();
  const mayBeSaved = isUnsaved || templateId === undefined;
  useHotkeys([['mod+S', () => mayBeSaved && !isSaving && onSave()]], [], true);
  return (
    <Group gap="sm">
      {isUnsaved && (
        <Badge variant="light" color="yellow" tt="none">
          {t('unsaved')}
        </Badge>
      )}
      {templateId !== undefined && (
        <Allowed role="author">
          {(may) => (
            <Button
              variant="default"
              leftSection={<IconSend size={16} aria-hidden />}
              disabled={!may || isUnsaved}
              onClick={test.open}
            >
              {t('test')}
            </Button>
          )}
        </Allowed>
      )}
      <Allowed role="author">
        {(may) => (
          <Button
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            disabled={!may || !mayBeSaved}
            loading={isSaving}
            onClick={onSave}
          >
            {t(templateId === undefined ? 'create' : 'save')}
          </Button>
        )}
      </Allowed>
      {templateId !== undefined && (
        <TestDialog templateId={templateId} fields={fields} opened={isTesting} onClose={test.close} />
      )}
    </Group>
  );
};
