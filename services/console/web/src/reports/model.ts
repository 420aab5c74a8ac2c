import type { components } from '../api/feedback.d.ts';

type Schemas = components['schemas'];

export type Report = Schemas['Report'];
export type RunListed = Schemas['RunListed'];
export type Series = Schemas['Series']['series'];
export type Links = Schemas['Links'];
export type Clients = Schemas['Clients'];
export type Comparison = Schemas['Comparison'];
export type RunExport = Schemas['RunExport'];
export type PartFigures = Schemas['Domains']['others'];
export type RecipientPlace = Schemas['Recipients']['items'][number];
