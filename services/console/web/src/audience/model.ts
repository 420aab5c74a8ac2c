import type { components, operations } from '../api/audience.d.ts';

type Schemas = components['schemas'];

export type List = Schemas['List'];
export type DescribedList = Schemas['DescribedList'];
export type Attribute = Schemas['Attribute'];
export type Contact = Schemas['Contact'];
export type Member = Schemas['Member'];
export type ContactCard = Schemas['ContactCard'];
export type ConsentEntry = Schemas['ConsentEntry'];
export type Happening = Schemas['Happening'];
export type Import = Schemas['Import'];
export type ImportSummary = Schemas['ImportSummary'];
export type ImportPreview = Schemas['ImportPreview'];
export type Segment = Schemas['Segment'];
export type RuleGroup = Schemas['RuleGroup'];
export type Form = Schemas['Form'];
export type FormWithHtml = operations['getForm']['responses'][200]['content']['application/json'];
export type FormDraft = Schemas['CreateFormBody'];
export type AudiencePreview = Schemas['AudiencePreview'];
