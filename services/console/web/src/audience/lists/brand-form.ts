import * as z from 'zod/mini';

import type { DescribedList } from '../model.ts';
import type { Brand } from './queries.ts';

/** What somebody chooses for the pages of a list; kept in the tab until it is saved. */
const BrandForm = z.object({ name: z.string(), colour: z.string() });
type BrandForm = Readonly<z.infer<typeof BrandForm>>;

export const readBrand = (stored: unknown): BrandForm | undefined => {
  const found = z.safeParse(BrandForm, stored);
  return found.success ? found.data : undefined;
};

export const brandOf = (brand: Brand | undefined): BrandForm => ({
  name: brand?.name ?? '',
  colour: brand?.colour ?? '',
});

export const toBrand = ({ name, colour }: BrandForm): Brand => ({
  name: name.trim(),
  ...(colour !== '' && { colour }),
});

/** A list with the brand it has been given, or without any. */
export const withBrand = (list: DescribedList, brand: DescribedList['brand'] | null): DescribedList => {
  const { brand: _before, ...plain } = list;
  return brand ? { ...plain, brand } : plain;
};

export const isSameBrand = (one: Brand, other: Brand): boolean => JSON.stringify(one) === JSON.stringify(other);
