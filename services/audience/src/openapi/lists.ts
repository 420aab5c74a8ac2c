import type { Operation } from '@bulkhead/openapi';

import { BrandBody } from '../handlers/brand-list.ts';
import { NewListBody } from '../handlers/create-list.ts';
import { ListPath, namedPageQuery, pageQuery } from '../handlers/shapes.ts';
import { Attributes, BrandOfList, DescribedList, ListPage, NewList, OneClickCheck, Recount } from './answers.ts';
import { MemberPage } from './contact-answers.ts';

const notFound = { 404: ['list_not_found'] };

export const listOperations: readonly Operation[] = [
  {
    operationId: 'createList',
    route: 'POST /api/audience/lists',
    role: 'author',
    summary: 'Makes a list.',
    body: NewListBody,
    answers: { 201: { schema: NewList } },
    problems: { 409: ['too_many_lists'] },
  },
  {
    operationId: 'listLists',
    route: 'GET /api/audience/lists',
    role: 'viewer',
    summary: 'Lists lists, the newest first, with what they come to; only those with such a name, if one is said.',
    query: namedPageQuery,
    answers: { 200: { schema: ListPage } },
  },
  {
    operationId: 'getList',
    route: 'GET /api/audience/lists/{listId}',
    role: 'viewer',
    summary: 'Shows a list.',
    path: ListPath,
    answers: { 200: { schema: DescribedList } },
    problems: notFound,
  },
  {
    operationId: 'brandList',
    route: 'PUT /api/audience/lists/{listId}/brand',
    role: 'author',
    summary: 'Says how the pages look that people reach from its mails; null makes them plain.',
    path: ListPath,
    body: BrandBody,
    answers: { 200: { schema: BrandOfList } },
    problems: notFound,
  },
  {
    operationId: 'recountList',
    route: 'POST /api/audience/lists/{listId}/recount',
    role: 'administrator',
    summary: 'Counts a list by reading all of it, and mends its counters.',
    path: ListPath,
    answers: { 200: { schema: Recount } },
    problems: { ...notFound, 409: ['list_in_use'] },
  },
  {
    operationId: 'listContacts',
    route: 'GET /api/audience/lists/{listId}/contacts',
    role: 'viewer',
    summary: 'Lists the members of a list.',
    path: ListPath,
    query: pageQuery,
    answers: { 200: { schema: MemberPage } },
    problems: { 400: ['cursor_unreadable'] },
  },
  {
    operationId: 'listAttributes',
    route: 'GET /api/audience/attributes',
    role: 'viewer',
    summary: 'Lists the fields that contacts have had; first those whose values have a type, with it.',
    answers: { 200: { schema: Attributes } },
  },
  {
    operationId: 'checkOneClick',
    route: 'GET /api/audience/one-click-check',
    role: 'viewer',
    summary: 'Gives out a link as mails have it, by which nobody leaves, to see whether such links work.',
    answers: { 200: { schema: OneClickCheck } },
  },
];
