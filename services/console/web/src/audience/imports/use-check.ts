import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { useDraft } from '../../common/use-draft.ts';
import type { Attribute, Import, ImportPreview } from '../model.ts';
import {
  type Choice,
  type Choices,
  type Customs,
  columnsOf,
  firstChoices,
  firstCustoms,
  problemsOf,
  withAddress,
} from './mapping.ts';
import { importQuery, startImport } from './queries.ts';
import { NOTHING_SAID, readSaid, type Said } from './said.ts';
import type { TextFormat } from './text-format.ts';
import { usePreviews } from './use-previews.ts';

/** What somebody says of the files of an import before it is read. */
export const useCheck = (of: Import, attributes: readonly Attribute[]) => {
  const { said, say, isRestored, drop } = useSaid(of.importId);
  const { format } = said;
  const previews = usePreviews(of, format);
  const columns = columnsFor(previews.seen, attributes, { said, say });
  const sheets = sheetsFor(previews.seen, { said, say });
  const start = useStart(of.importId);
  // Not at once: what was said stays in sight until the import shows that it has begun.
  useEffect(() => (start.isSuccess ? drop : undefined), [start.isSuccess, drop]);
  return {
    ...previews,
    ...columns,
    ...sheets,
    format,
    setFormat: (chosen: TextFormat) => say({ format: sparse(chosen) }),
    isRestored,
    drop,
    isStarting: start.isPending || start.isSuccess,
    error: start.error,
    start: () =>
      start.mutate({
        columns: columnsOf(
          previews.seen.flatMap((preview) => preview.columns),
          columns.choices,
          columns.customs,
        ),
        ...(sheets.chosen.length < sheets.sheets.length && { sheets: sheets.chosen }),
        ...(format.encoding !== undefined && { encoding: format.encoding }),
        ...(format.delimiter !== undefined && { delimiter: format.delimiter }),
      }),
  };
};

export type Checking = ReturnType<typeof useCheck>;

interface Saying {
  readonly said: Said;
  readonly say: (part: Partial<Said>) => void;
}

/** Matching the columns of a wide sheet is work: it outlasts a reload and a look at another page. */
const useSaid = (importId: string) => {
  const { draft, isRestored, keep, drop } = useDraft(`import.${importId}`, readSaid);
  const said = draft ?? NOTHING_SAID;
  return { said, isRestored, drop, say: (part: Partial<Said>) => keep({ ...said, ...part }) };
};

const sparse = ({ encoding, delimiter }: TextFormat): Said['format'] => ({
  ...(encoding !== undefined && { encoding }),
  ...(delimiter !== undefined && { delimiter }),
});

const columnsFor = (seen: readonly ImportPreview[], attributes: readonly Attribute[], { said, say }: Saying) => {
  const first = seen.map((preview) => firstChoices(preview, attributes)).toReversed();
  const choices: Choices = Object.assign({}, ...first, said.choices);
  return {
    choices,
    problems: problemsOf(choices),
    customs: said.customs ?? firstCustoms(seen.flatMap(({ columns }) => columns)),
    setCustoms: (customs: Customs) => say({ customs }),
    choose: (key: string, choice: Choice, headers: readonly string[]) =>
      say({
        choices: choice.holds === 'address' ? withAddress(choices, key, headers) : { ...said.choices, [key]: choice },
      }),
  };
};

const sheetsFor = (seen: readonly ImportPreview[], { said, say }: Saying) => {
  const sheets = [...new Set(seen.flatMap((preview) => preview.sheets ?? []))];
  return {
    sheets,
    chosen: sheets.filter((name) => !said.sheetsLeft.includes(name)),
    chooseSheets: (wanted: readonly string[]) => say({ sheetsLeft: sheets.filter((name) => !wanted.includes(name)) }),
  };
};

const BEGINNING_MS = 1_000;

/** It begins a moment after it was asked for: until then it is looked at again and again. */
const useStart = (importId: string) => {
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: (said: Parameters<typeof startImport>[1]) => startImport(importId, said),
    onSuccess: () => void queries.invalidateQueries({ queryKey: importQuery(importId).queryKey, exact: true }),
  });
  useQuery({ ...importQuery(importId), refetchInterval: start.isSuccess ? BEGINNING_MS : false });
  return start;
};
