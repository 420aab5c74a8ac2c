import { ActionIcon, Anchor, Button, FileButton, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
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
import { Fragment, useState } from 'react';

import { isKind, propertiesOf } from './properties.ts';
import { PropertyInput } from './property-input.tsx';
import { propertyOf, replacePicture, setProperty } from './set-property.ts';
import { useVisualTexts } from './texts.ts';

interface Props {
  readonly editor: Editor;
  readonly part: Component | undefined;
  readonly isUploading: boolean;
  readonly onUpload: (file: File) => Promise<string>;
}

const tagOf = (part: Component): string => String(part.get('tagName') ?? '');

/** What can be changed about the selected part of a mail. */
export const SelectedPart = ({ part, ...props }: Props) => {
  const t = useVisualTexts();
  if (part !== undefined) return <Properties part={part} {...props} />;
  return (
    <Text size="sm" c="dimmed">
      {t('selected.none')}
    </Text>
  );
};

const Properties = ({ editor, part, isUploading, onUpload }: Props & { readonly part: Component }) => {
  const t = useVisualTexts();
  const [wordsBefore, setWordsBefore] = useState('');
  const tag = tagOf(part);
  const set = (name: string, value: string): void => {
    if (name !== 'src') return setProperty(part, name, value);
    const words = replacePicture(part, value);
    if (words !== '') setWordsBefore(words);
  };
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {isKind(tag) ? t(`kind.${tag}`) : t('kind.other')}
      </Title>
      <PartActions editor={editor} part={part} />
      {tag === 'mj-image' && (
        <NewPicture isUploading={isUploading} onUpload={onUpload} onThere={(url) => set('src', url)} />
      )}
      {propertiesOf(tag).map((property) => {
        const value = propertyOf(part, property.name);
        return (
          <Fragment key={property.name}>
            <PropertyInput property={property} value={value} onChange={(now) => set(property.name, now)} />
            {property.name === 'alt' && value === '' && wordsBefore !== '' && (
              <WordsBefore words={wordsBefore} onKeep={() => set('alt', wordsBefore)} />
            )}
          </Fragment>
        );
      })}
    </Stack>
  );
};

interface NewPictureProps extends Pick<Props, 'isUploading' | 'onUpload'> {
  readonly onThere: (address: string) => void;
}

const NewPicture = ({ isUploading, onUpload, onThere }: NewPictureProps) => {
  const t = useVisualTexts();
  return (
    <FileButton
      accept="image/png,image/jpeg,image/gif,image/webp"
      onChange={(file) => file && void onUpload(file).then(onThere, () => undefined)}
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
  );
};

interface WordsBeforeProps {
  readonly words: string;
  readonly onKeep: () => void;
}

/** Asks for the words of a new picture, and offers those of the one before. */
const WordsBefore = ({ words, onKeep }: WordsBeforeProps) => {
  const t = useVisualTexts();
  return (
    <Text size="xs" role="status">
      {t('alt.anew', { words })}{' '}
      <Anchor component="button" type="button" size="xs" onClick={onKeep}>
        {t('alt.keep')}
      </Anchor>
    </Text>
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
