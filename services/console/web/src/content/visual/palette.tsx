import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import {
  IconColumns1,
  IconColumns2,
  IconColumns3,
  IconLineHeight,
  IconMinus,
  IconPhoto,
  IconRectangle,
  IconTypography,
} from '@tabler/icons-react';
import type { Editor } from 'grapesjs';

import { addBlock } from './add-block.ts';
import { BLOCKS, type BlockName, blockCode } from './blocks.ts';
import { useVisualTexts } from './texts.ts';

const PICTURES = {
  one: IconColumns1,
  two: IconColumns2,
  three: IconColumns3,
  text: IconTypography,
  button: IconRectangle,
  image: IconPhoto,
  divider: IconMinus,
  spacer: IconLineHeight,
} as const satisfies Readonly<Record<BlockName, unknown>>;

/** What can be added: by a click, by the keyboard, or by dragging it. */
export const Palette = ({ editor }: { readonly editor: Editor }) => {
  const t = useVisualTexts();
  const codeOf = (name: BlockName): string =>
    blockCode(name, {
      text: t('new.text'),
      button: t('new.button'),
      picture: `${location.origin}/starters/placeholder.png`,
    });
  return (
    <Stack gap="xs">
      <Title order={2} size="h3">
        {t('add')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('add.about')}
      </Text>
      <SimpleGrid cols={{ base: 2, xs: 4, md: 1 }} spacing={6} verticalSpacing={6}>
        {BLOCKS.map((name) => {
          const Picture = PICTURES[name];
          return (
            <Button
              key={name}
              variant="default"
              size="xs"
              fw={500}
              px="xs"
              justify="flex-start"
              leftSection={<Picture size={18} stroke={1.5} aria-hidden />}
              draggable
              onDragStart={() =>
                editor.Blocks.startDrag(editor.Blocks.add(name, { label: name, content: codeOf(name) }))
              }
              onDragEnd={() => editor.Blocks.endDrag()}
              onClick={() => addBlock(editor, name, codeOf(name))}
            >
              {t(`add.${name}`)}
            </Button>
          );
        })}
      </SimpleGrid>
    </Stack>
  );
};
