import { picturesOf } from './pictures-of.ts';

const file = { fileName: 'logo.png', contentType: 'image/png', size: 900, url: 'https://files.test/logo' };

it('finds the pictures that a mail shows', () => {
  const html = '<img src="cid:med_1@bulkhead">';

  expect(picturesOf({ html, files: [{ ...file, contentId: 'med_1@bulkhead' }] })).toEqual([
    { name: 'cid:med_1@bulkhead', url: file.url },
  ]);
});

it('leaves alone what is attached, and what is not shown', () => {
  const files = [file, { ...file, contentId: 'med_2@bulkhead' }];

  expect(picturesOf({ html: '<img src="cid:med_1@bulkhead">', files })).toEqual([]);
});
