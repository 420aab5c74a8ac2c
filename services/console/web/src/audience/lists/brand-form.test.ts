import { brandOf, isSameBrand, readBrand, toBrand } from './brand-form.ts';

describe('how the pages of a list shall look', () => {
  it('is saved as it is written, without spaces around the name', () => {
    const brand = toBrand({ name: ' Harbour ', colour: '#0b3d91' });

    expect(brand).toEqual({ name: 'Harbour', colour: '#0b3d91' });
  });

  it('may leave the colour to the service', () => {
    const brand = toBrand(brandOf({ name: 'Harbour' }));

    expect(isSameBrand(brand, { name: 'Harbour' })).toBe(true);
  });

  it('is not read from what an older page has kept', () => {
    const found = readBrand({ name: 'Harbour' });

    expect(found).toBeUndefined();
  });
});
