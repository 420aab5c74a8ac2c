import { picturesIn, withContentIds } from './template-files.ts';

it.each([
  ['<img src="cid:med_1"><img src=\'cid:med_2\'>', ['med_1', 'med_2']],
  ['<img src="cid:med_1"><td background="cid:med_1">', ['med_1']],
  ['<img src="https://x.example/med_1.png"> acid:med_1', []],
  ['<img src="cid:logo"><img src="cid:med_1@elsewhere">', []],
  ['no picture', []],
])('finds the pictures in %s', (html, pictures) => {
  expect(picturesIn(html)).toEqual(pictures);
});

it('shows them by ids that mail programs know', () => {
  expect(withContentIds('<img src="cid:med_1"> and <img src="cid:med_12">')).toBe(
    '<img src="cid:med_1@bulkhead"> and <img src="cid:med_12@bulkhead">',
  );
});
