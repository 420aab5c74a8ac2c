import { ConflictDialog } from './conflict-dialog.tsx';
import { UnsavedGuard } from './unsaved-guard.tsx';

interface Props {
  readonly edit: {
    readonly isChanged: boolean;
    readonly hasConflict: boolean;
    readonly drop: () => void;
    readonly isTaking: boolean;
    readonly takingError: unknown;
    readonly saveMine: () => void;
    readonly takeTheirs: () => void;
    readonly later: () => void;
  };
}

/** Asks before what is written is lost: by leaving, or by what somebody else has saved meanwhile. */
export const EditGuards = ({ edit }: Props) => (
  <>
    <UnsavedGuard isUnsaved={edit.isChanged} onDrop={edit.drop} />
    <ConflictDialog
      opened={edit.hasConflict}
      isTaking={edit.isTaking}
      error={edit.takingError}
      onMine={edit.saveMine}
      onTheirs={edit.takeTheirs}
      onLater={edit.later}
    />
  </>
);
