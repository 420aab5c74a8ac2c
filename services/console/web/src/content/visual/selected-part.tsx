import { ActionIcon, Button, FileButton, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import {
  type Icon,
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconCornerLeftUp,
  IconPhotoUp,
  IconTrash,
} from '@tabler/icons-react';
import type { Component, Editor } from 'grapesjs';

import { valueShown } from './canvas-values.ts';
import { isKind, propertiesOf } from './properties.ts';
import { PropertyInput } from './property-input.tsx';
import { setProperty } from './set-property.ts';
import { useVisualTexts } from './texts.ts';

interface Props {
  readonly editor: Editor;
  readonly part: Component | undefined;
  readonly isUploading: boolean;
  readonly onUpload: (file: File) => Promise<string>;
}

const tagOf = (part: Component): string => String(part.get('tagName') ?? '');

/** What can be changed about the selected part of a mail. */
export const SelectedPart = ({ editor, part, isUploading, onUpload }: Props) => {
  const t = useVisualTexts();
  if (part === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {t('selected.none')}
      </Text>
    );
  }
  const tag = tagOf(part);
  const set = (name: string, value: string): void => setProperty(part, name, value);
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {isKind(tag) ? t(`kind.${tag}`) : t('kind.other')}
      </Title>
      <PartActions editor={editor} part={part} />
      {tag === 'mj-image' && (
        <FileButton
          accept="image/png,image/jpeg,image/gif,image/webp"
          onChange={(file) =>
            file &&
            void onUpload(file).then(
              (url) => set('src', url),
              () => undefined,
            )
          }
        >
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              loading={isUploading}
              leftSection={<IconPhotoUp size={16} aria-hidden />}
            >
              {t('picture.upload')}
            </Button>
          )}
        </FileButton>
      )}
      {propertiesOf(tag).map((property) => (
        <PropertyInput
          key={property.name}
          property={property}
          value={valueShown(String(part.getAttributes()[property.name] ?? ''))}
          onChange={(value) => set(property.name, value)}
        />
      ))}
    </Stack>
  );
};

const PartActions = ({ editor, part }: { readonly editor: Editor; readonly part: Component }) => {
  const t = useVisualTexts();
  const parent = part.parent();
  const isFixed = tagOf(part) === 'mj-body';
  const move = (by: number): void => {
    if (parent !== undefined) part.move(parent, { at: Math.max(0, part.index() + by) });
    editor.select(part);
  };
  return (
    <Group gap={2}>
      {!isFixed && parent !== undefined && (
        <>
          <Action label={t('parent')} icon={IconCornerLeftUp} onClick={() => editor.select(parent)} />
          <Action label={t('up')} icon={IconArrowUp} onClick={() => move(-1)} />
          <Action label={t('down')} icon={IconArrowDown} onClick={() => move(2)} />
          <Action
            label={t('copy')}
            icon={IconCopy}
            onClick={() => editor.select(parent.append(part.clone(), { at: part.index() + 1 }))}
          />
          <Action label={t('remove')} icon={IconTrash} onClick={() => part.remove()} />
        </>
      )}
    </Group>
  );
};

interface ActionProps {
  readonly label: string;
  readonly icon: Icon;
  readonly onClick: () => void;
}

const Action = ({ label, icon: Picture, onClick }: ActionProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
      <Picture size={18} stroke={1.6} aria-hidden />
    </ActionIcon>
  </Tooltip>
);
