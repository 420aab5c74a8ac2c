import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

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
import type { TextFormat } from './text-format.ts';
import { usePreviews } from './use-previews.ts';

/** What somebody says of the files of an import before it is read. */
export const useCheck = (of: Import, attributes: readonly Attribute[]) => {
  const [format, setFormat] = useState<TextFormat>({});
  const previews = usePreviews(of, format);
  const columns = useColumns(previews.seen, attributes);
  const sheets = useSheets(previews.seen);
  const start = useStart(of.importId);
  return {
    ...previews,
    ...columns,
    ...sheets,
    format,
    setFormat,
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

const useColumns = (seen: readonly ImportPreview[], attributes: readonly Attribute[]) => {
  const [edits, setEdits] = useState<Choices>({});
  const [saidCustoms, setCustoms] = useState<Customs>();
  const first = seen.map((preview) => firstChoices(preview, attributes)).toReversed();
  const choices: Choices = Object.assign({}, ...first, edits);
  return {
    choices,
    problems: problemsOf(choices),
    customs: saidCustoms ?? firstCustoms(seen.flatMap(({ columns }) => columns)),
    setCustoms,
    choose: (key: string, choice: Choice, headers: readonly string[]) =>
      setEdits(choice.holds === 'address' ? withAddress(choices, key, headers) : { ...edits, [key]: choice }),
  };
};

const useSheets = (seen: readonly ImportPreview[]) => {
  const sheets = [...new Set(seen.flatMap((preview) => preview.sheets ?? []))];
  const [left, setLeft] = useState<readonly string[]>([]);
  return {
    sheets,
    chosen: sheets.filter((name) => !left.includes(name)),
    chooseSheets: (wanted: readonly string[]) => setLeft(sheets.filter((name) => !wanted.includes(name))),
  };
};

const BEGINNING_MS = 1_000;

/** It begins a moment after it was asked for: until then it is looked at again and again. */
const useStart = (importId: string) => {
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: (said: Parameters<typeof startImport>[1]) => startImport(importId, said),
    onSuccess: () => queries.invalidateQueries({ queryKey: importQuery(importId).queryKey, exact: true }),
  });
  useQuery({ ...importQuery(importId), refetchInterval: start.isSuccess ? BEGINNING_MS : false });
  return start;
};
