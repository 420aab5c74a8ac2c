import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import type { Import, ImportSummary } from '../model.ts';
import { hasEnded, isUnderWay } from './import-status.ts';

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

/** The same for several, of which some may be under way. */
export const useNewsOfAll = (imports: readonly ImportSummary[] | undefined): void => {
  const client = useQueryClient();
  const before = useRef(imports);
  useEffect(() => {
    const known = before.current ?? [];
    before.current = imports;
    if (imports !== undefined && hasEnded(known, imports)) void client.invalidateQueries();
  }, [imports, client]);
};
