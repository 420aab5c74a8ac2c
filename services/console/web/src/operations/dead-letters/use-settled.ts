import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { queuesKey } from '../../common/queries/dead-letters.ts';

/** Does something with letters, says that it is done, and looks again at what is left. */
export const useSettled = <Done>(settle: () => Promise<Done>, words: (done: Done) => string, whenDone: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: settle,
    onSuccess: (done) => {
      notifications.show({ message: words(done) });
      whenDone();
      void client.invalidateQueries({ queryKey: queuesKey });
    },
  });
};
