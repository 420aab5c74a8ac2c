import { ActionIcon, Group, SegmentedControl, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { Editor } from 'grapesjs';
import { useState } from 'react';

import { useVisualTexts } from './texts.ts';

const DEVICES = ['desktop', 'mobile'] as const;

export const CanvasBar = ({ editor }: { readonly editor: Editor }) => {
  const t = useVisualTexts();
  const [device, setDevice] = useState('desktop');
  return (
    <Group justify="space-between" p="xs" className="visual-bar">
      <SegmentedControl
        size="xs"
        aria-label={t('device.label')}
        value={device}
        data={DEVICES.map((value) => ({ value, label: t(`device.${value}`) }))}
        onChange={(word) => {
          setDevice(word);
          editor.setDevice(word);
        }}
      />
      <Group gap={4}>
        <Tooltip label={t('undo')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('undo')} onClick={() => editor.UndoManager.undo()}>
            <IconArrowBackUp size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('redo')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('redo')} onClick={() => editor.UndoManager.redo()}>
            <IconArrowForwardUp size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Group>
  );
};
