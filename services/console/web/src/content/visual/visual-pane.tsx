import './visual.css';

import { Alert, Box } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type RefObject, useMemo, useState } from 'react';

import { ProblemAlert } from '../../common/problem-alert.tsx';
import { uploadImage } from '../files/upload-image.ts';
import { CanvasBar } from './canvas-bar.tsx';
import { readMjml } from './mjml-tree.ts';
import { Palette } from './palette.tsx';
import { isKind } from './properties.ts';
import { SelectedPart } from './selected-part.tsx';
import { type SplitMjml, splitMjml } from './split-mjml.ts';
import { useVisualTexts } from './texts.ts';
import { useCanvas } from './use-canvas.ts';

interface Props {
  readonly mjml: string;
  readonly onChange: (mjml: string) => void;
  /** Gets what tells of the last change at once. */
  readonly flush: RefObject<() => void>;
}

/** Changing a mail by hand. What cannot be shown without losing something is not shown. */
export const VisualPane = ({ mjml, onChange, flush }: Props) => {
  const t = useVisualTexts();
  // What the canvas begins with: its own changes come back as `mjml` and must not begin it anew.
  const [begun] = useState(mjml);
  const mail = useMemo(() => {
    const parts = splitMjml(begun);
    return parts && readMjml(parts.body) ? parts : undefined;
  }, [begun]);
  const [isUnreadable, setUnreadable] = useState(mail === undefined);
  if (mail === undefined || isUnreadable) {
    return (
      <Alert color="yellow" title={t('unreadable')}>
        {t('unreadable.text')}
      </Alert>
    );
  }
  return <Canvas mjml={begun} mail={mail} flush={flush} onChange={onChange} onUnreadable={() => setUnreadable(true)} />;
};

interface CanvasProps extends Props {
  readonly mail: SplitMjml;
  readonly onUnreadable: () => void;
}

const Canvas = ({ mjml, mail, onChange, onUnreadable, flush }: CanvasProps) => {
  const t = useVisualTexts();
  const upload = useMutation({ mutationFn: async (file: File) => (await uploadImage(file)).url });
  const { editor, selected, isLost, setContainer } = useCanvas({
    mjml,
    mail,
    title: t('canvas'),
    nameOf: (tag) => t(isKind(tag) ? `kind.${tag}` : 'kind.other'),
    upload: upload.mutateAsync,
    onChange,
    onUnreadable,
    flush,
  });
  return (
    <>
      <ProblemAlert error={upload.error} />
      {isLost && (
        <Alert color="red" role="alert" title={t('lost')}>
          {t('lost.text')}
        </Alert>
      )}
      <Box className="visual">
        <Box className="visual-side">{editor && <Palette editor={editor} />}</Box>
        <Box className="visual-middle">
          {editor && <CanvasBar editor={editor} />}
          <div ref={setContainer} className="visual-canvas" />
        </Box>
        <Box className="visual-side">
          {editor && (
            <SelectedPart
              key={selected?.cid}
              editor={editor}
              part={selected}
              isUploading={upload.isPending}
              onUpload={upload.mutateAsync}
            />
          )}
        </Box>
      </Box>
    </>
  );
};
