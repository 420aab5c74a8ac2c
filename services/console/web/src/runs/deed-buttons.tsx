import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  type Icon,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
  IconUsersPlus,
} from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Allowed } from '../common/allowed.tsx';
import { api, ask } from '../common/api.ts';
import { useLately } from '../common/use-lately.ts';
import { DeedDialog } from './deed-dialog.tsx';
import { useDeedTexts } from './deed-texts.ts';
import { type Deed, deedsOf, type Wishes } from './deeds.ts';
import { liveRunQuery } from './queries.ts';
import type { Run } from './run-scene.ts';

const ICONS = {
  hold: IconPlayerPause,
  resume: IconPlayerPlay,
  cancel: IconPlayerStop,
  retry: IconRefresh,
  complete: IconUsersPlus,
} as const satisfies Record<Deed, Icon>;

/** What can be done with the run now; each asks first, and says what it will do. */
export const DeedButtons = ({ run }: { readonly run: Run }) => {
  const [asked, setAsked] = useState<Deed>();
  const { doing, awaited } = useDeed(run.runId, () => setAsked(undefined));
  const begin = (deed: Deed) => {
    // What was told before may not be seen to be done yet: only why it was refused is forgotten.
    if (doing.isError) doing.reset();
    setAsked(deed);
  };
  return (
    <>
      {deedsOf(run).map((deed, n) => (
        <DeedButton key={deed} deed={deed} isFirst={n === 0} isAwaited={deed === awaited} onClick={() => begin(deed)} />
      ))}
      {asked !== undefined && (
        <DeedDialog
          deed={asked}
          run={run}
          isBusy={doing.isPending}
          error={doing.error}
          onConfirm={(wishes) => doing.mutate({ deed: asked, wishes })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
};

interface ButtonProps {
  readonly deed: Deed;
  readonly isFirst: boolean;
  /** Told, and not seen to be done. */
  readonly isAwaited: boolean;
  readonly onClick: () => void;
}

const DeedButton = ({ deed, isFirst, isAwaited, onClick }: ButtonProps) => {
  const t = useDeedTexts();
  const Picture = ICONS[deed];
  const look = deed === 'cancel' ? { variant: 'light', color: 'red' } : { variant: isFirst ? 'filled' : 'default' };
  return (
    <Allowed role="sender">
      {(may) => (
        <Button
          {...look}
          disabled={!may}
          loading={isAwaited}
          leftSection={<Picture size={16} aria-hidden />}
          onClick={onClick}
        >
          {t(deed)}
        </Button>
      )}
    </Allowed>
  );
};

const LOOK_MS = 1_000;
const TAKEN_MS = 20_000;

/** A run does a moment later what it is told: until then it is looked at again and again, also where it was over. */
const useDeed = (runId: string, whenDone: () => void) => {
  const doing = useTelling(runId, whenDone);
  const isAwaited = useLately(doing, TAKEN_MS);
  useQuery({ ...liveRunQuery(runId), refetchInterval: isAwaited ? LOOK_MS : false, refetchOnMount: false });
  return { doing, awaited: isAwaited ? doing.variables?.deed : undefined };
};

const useTelling = (runId: string, whenDone: () => void) => {
  const t = useDeedTexts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ deed, wishes }: { readonly deed: Deed; readonly wishes: Wishes }) =>
      ask(
        api.campaigns.POST('/api/campaigns/runs/{runId}/{deed}', {
          params: { path: { runId, deed } },
          ...(wishes !== undefined && { body: wishes }),
        }),
      ),
    onSuccess: () => {
      notifications.show({ message: t('asked'), color: 'teal' });
      whenDone();
      void client.invalidateQueries({ queryKey: ['run', runId] });
    },
  });
};
