import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';

import type { Import, ImportPreview } from '../model.ts';
import { previewQuery } from './queries.ts';
import type { TextFormat } from './text-format.ts';

/** A sheet of a file; without a name its first one. */
export interface Look {
  readonly file: number;
  readonly sheet?: string | undefined;
}

const isSameLook = (one: Look, other: Look): boolean => one.file === other.file && one.sheet === other.sheet;

/** The beginnings of all files and of whatever else is looked at. */
export const usePreviews = ({ importId, files, fileName }: Import, format: TextFormat) => {
  const names = files ?? [fileName];
  const [looks, setLooks] = useState<readonly Look[]>(names.map((_, n) => ({ file: n + 1 })));
  const [looking, setLooking] = useState<Look>({ file: 1 });
  const asked = useQueries({ queries: looks.map((look) => previewQuery({ importId, ...look, ...format })) });
  const current = asked[looks.findIndex((look) => isSameLook(look, looking))];
  const seen: readonly ImportPreview[] = asked.flatMap(({ data }) => data ?? []);
  return {
    names,
    looking,
    current,
    seen,
    lookAt: (look: Look) => {
      if (!looks.some((one) => isSameLook(one, look))) setLooks([...looks, look]);
      setLooking(look);
    },
  };
};
