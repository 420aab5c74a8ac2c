import type { Api } from '@bulkhead/openapi';

import { Attribute, BrandOfList, DescribedList, List, ListPage, NewList, Recount } from './answers.ts';
import * as contacts from './contact-answers.ts';
import { contactOperations } from './contacts.ts';
import { Form, FormPage, FormWithHtml } from './form-answers.ts';
import { formOperations } from './forms.ts';
import { Columns, Import, ImportPreview, ImportSummary, RequestedImport } from './import-answers.ts';
import { ImportPage, importOperations } from './imports.ts';
import { listOperations } from './lists.ts';
import { publicOperations } from './public-pages.ts';
import { AudiencePreview, Rule, RuleGroup, Segment, SegmentPage } from './segment-answers.ts';
import { segmentOperations } from './segments.ts';

const {
  ConsentEntry,
  ConsentPage,
  Contact,
  ContactCard,
  ContactEvent,
  ContactExport,
  ContactPage,
  GatheredExport,
  Happening,
  Member,
  MemberPage,
  Timeline,
} = contacts;

/** Everything that audience offers over HTTP. `pnpm openapi` writes it to openapi.json. */
export const api: Api = {
  service: 'audience',
  description:
    'Who may receive what: lists, contacts, segments, forms, imports, and the pages behind the links of mails.',
  schemas: {
    Attribute,
    AudiencePreview,
    BrandOfList,
    Columns,
    ConsentEntry,
    ConsentPage,
    Contact,
    ContactCard,
    ContactEvent,
    ContactExport,
    ContactPage,
    DescribedList,
    Form,
    FormPage,
    FormWithHtml,
    GatheredExport,
    Happening,
    Import,
    ImportPage,
    ImportPreview,
    ImportSummary,
    List,
    ListPage,
    Member,
    MemberPage,
    NewList,
    Recount,
    RequestedImport,
    Rule,
    RuleGroup,
    Segment,
    SegmentPage,
    Timeline,
  },
  operations: [
    ...listOperations,
    ...contactOperations,
    ...importOperations,
    ...segmentOperations,
    ...formOperations,
    ...publicOperations,
  ],
};
