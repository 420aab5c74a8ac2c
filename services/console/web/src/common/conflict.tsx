import { useMutation } from '@tanstack/react-query';

import { ConflictDialog } from './conflict-dialog.tsx';
import { type Theirs, takingTheirs } from './take-theirs.ts';

interface Props extends Pick<Theirs, 'showTheirs' | 'drop'> {
  readonly opened: boolean;
  readonly onMine: () => void;
  /** Forgets that there was a conflict. */
  readonly onDecided: () => void;
}

/** The choice where somebody else was faster; mine is not dropped before theirs is there. */
export const Conflict = ({ opened, showTheirs, drop, onMine, onDecided }: Props) => {
  const taking = useMutation(takingTheirs({ showTheirs, drop, decided: onDecided }));
  const otherwise = (choose: () => void) => () => {
    taking.reset();
    choose();
  };
  return (
    <ConflictDialog
      opened={opened}
      isTaking={taking.isPending}
      error={taking.error}
      onMine={otherwise(onMine)}
      onTheirs={() => taking.mutate()}
      onLater={otherwise(onDecided)}
    />
  );
};
