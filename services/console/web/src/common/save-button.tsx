import { Button } from '@mantine/core';

import { Allowed } from './allowed.tsx';

interface Props {
  readonly isReady: boolean;
  readonly isSaving: boolean;
  readonly onSave: () => void;
  readonly children: string;
}

/** Saves what an author has written, once it can be saved. */
export const SaveButton = ({ isReady, isSaving, onSave, children }: Props) => (
  <Allowed role="author">
    {(may) => (
      <Button disabled={!may || !isReady} loading={isSaving} onClick={onSave}>
        {children}
      </Button>
    )}
  </Allowed>
);
