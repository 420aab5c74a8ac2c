import { brandOf, isSameBrand, readBrand, toBrand, withBrand } from './brand-form.ts';

describe('how the pages of a list shall look', () => {
  it('is saved as it is written, without spaces around the name', () => {
    const brand = toBrand({ name: ' Harbour ', colour: '#0b3d91' });

    expect(brand).toEqual({ name: 'Harbour', colour: '#0b3d91' });
  });

  it('may leave the colour to the service', () => {
    const brand = toBrand(brandOf({ name: 'Harbour' }));

    expect(isSameBrand(brand, { name: 'Harbour' })).toBe(true);
  });

  it('is that of the list from then on, or of none', () => {
    const list = { listId: 'l1', name: 'Letters', createdAt: '2026-11-01T09:00:00Z', members: 2, unsubscribed: 0 };
    const branded = withBrand(list, { name: 'Harbour' });

    expect(branded).toEqual({ ...list, brand: { name: 'Harbour' } });
    expect(withBrand(branded, null)).toEqual(list);
  });

  it('is not read from what an older page has kept', () => {
    const found = readBrand({ name: 'Harbour' });

    expect(found).toBeUndefined();
  });
});
