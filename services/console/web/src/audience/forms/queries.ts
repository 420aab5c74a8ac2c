import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, ask, askVersioned, tell } from '../../common/api.ts';
import type { FormDraft } from '../model.ts';
import { FIRST_PAGE, nextOf, pageAt } from '../paging.ts';

export const FORMS = ['audience', 'forms'] as const;

export const formsQuery = () =>
  infiniteQueryOptions({
    queryKey: [...FORMS, 'all'],
    queryFn: ({ pageParam }) =>
      ask(api.audience.GET('/api/audience/forms', { params: { query: pageAt(50, pageParam) } })),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextOf,
  });

/** A form with the version that is saved now. */
export const readForm = (formId: string) =>
  askVersioned(api.audience.GET('/api/audience/forms/{formId}', { params: { path: { formId } } }));

export const formQuery = (formId: string) =>
  queryOptions({ queryKey: [...FORMS, formId], queryFn: () => readForm(formId) });

export const createForm = (body: FormDraft) => ask(api.audience.POST('/api/audience/forms', { body }));

export interface FormChange {
  readonly formId: string;
  readonly version: string;
  readonly body: FormDraft;
}

export const changeForm = ({ formId, version, body }: FormChange) =>
  askVersioned(
    api.audience.PUT('/api/audience/forms/{formId}', {
      params: { path: { formId }, header: { 'If-Match': version } },
      body,
    }),
  );

export const deleteForm = (formId: string) =>
  tell(api.audience.DELETE('/api/audience/forms/{formId}', { params: { path: { formId } } }));
