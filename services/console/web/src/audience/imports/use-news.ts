import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import type { Import } from '../model.ts';
import { isUnderWay } from './import-status.ts';

/** An import changes what nearly every page shows, such as people and their fields: once it is over, all of it is asked for anew. */
export const useNews = (of: Import | undefined): void => {
  const status = of?.status;
  const client = useQueryClient();
  const before = useRef(status);
  useEffect(() => {
    // A quick one is over before it is seen under way.
    const hasMovedOn = before.current !== undefined && before.current !== status;
    before.current = status;
    if (hasMovedOn && status !== undefined && !isUnderWay(status)) void client.invalidateQueries();
  }, [status, client]);
};
