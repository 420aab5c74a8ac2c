import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import type { Import } from '../model.ts';
import { isUnderWay } from './import-status.ts';

/** An import changes what nearly every page shows, such as people and their fields: once it is over, all of it is asked for anew. */
export const useNews = (status: Import['status'] | undefined): void => {
  const client = useQueryClient();
  const wasUnderWay = useRef(false);
  useEffect(() => {
    if (status === undefined) return;
    if (wasUnderWay.current && !isUnderWay(status)) void client.invalidateQueries();
    wasUnderWay.current = isUnderWay(status);
  }, [status, client]);
};
