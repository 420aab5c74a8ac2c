import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, ask } from '../../common/api.ts';
import { speech } from '../../common/language/speech.ts';
import type { Import } from '../model.ts';
import { FIRST_PAGE, nextOf, pageAt } from '../paging.ts';
import { isUnderWay } from './import-status.ts';
import type { Columns } from './mapping.ts';
import type { Encoding, TextFormat } from './text-format.ts';

const LIVE_MS = 1_000;
const LIST_MS = 3_000;

/** Asked again every few seconds as long as one of them is under way. */
export const importsQuery = (listId: string) =>
  infiniteQueryOptions({
    queryKey: ['audience', 'lists', listId, 'imports'],
    queryFn: ({ pageParam }) =>
      ask(api.audience.GET('/api/audience/imports', { params: { query: { listId, ...pageAt(10, pageParam) } } })),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextOf,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ status }) => isUnderWay(status))) === true ? LIST_MS : false,
  });

/** An import as it is now. */
export const readImport = (importId: string) =>
  ask(api.audience.GET('/api/audience/imports/{importId}', { params: { path: { importId } } }));

/** Asked again every second as long as something happens by itself. */
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ['audience', 'imports', importId],
    queryFn: () => readImport(importId),
    refetchInterval: ({ state }: { readonly state: { readonly data: Import | undefined } }) =>
      state.data !== undefined && isUnderWay(state.data.status) ? LIVE_MS : false,
  });

export interface PreviewOf extends TextFormat {
  readonly importId: string;
  readonly file: number;
  readonly sheet?: string | undefined;
}

export const previewQuery = ({ importId, file, sheet, encoding, delimiter }: PreviewOf) =>
  queryOptions({
    queryKey: ['audience', 'imports', importId, 'preview', file, sheet, encoding, delimiter],
    queryFn: () =>
      ask(
        api.audience.GET('/api/audience/imports/{importId}/preview', {
          params: {
            path: { importId },
            query: {
              file,
              ...(sheet !== undefined && { sheet }),
              ...(encoding !== undefined && { encoding }),
              ...(delimiter !== undefined && { delimiter }),
            },
          },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Announces files that somebody wants to look at before they are read. */
export const requestImport = (listId: string, files: readonly { readonly name: string; readonly size: number }[]) =>
  ask(
    api.audience.POST('/api/audience/imports', {
      body: {
        listId,
        files: files.map(({ name, size }) => ({ fileName: name, size })),
        start: 'when_confirmed',
        language: speech.language(),
      },
    }),
  );

export interface Understanding {
  readonly columns: Columns;
  readonly sheets?: readonly string[];
  readonly encoding?: Encoding;
  readonly delimiter?: NonNullable<TextFormat['delimiter']>;
}

export const startImport = (importId: string, { columns, sheets, ...format }: Understanding) =>
  ask(
    api.audience.POST('/api/audience/imports/{importId}/start', {
      params: { path: { importId } },
      body: { columns, ...(sheets && { sheets: [...sheets] }), ...format },
    }),
  );

export const cancelImport = (importId: string) =>
  ask(api.audience.POST('/api/audience/imports/{importId}/cancel', { params: { path: { importId } } }));

export const replayImport = (importId: string) =>
  ask(api.audience.POST('/api/audience/imports/{importId}/replay', { params: { path: { importId } } }));
