import { withoutStyles } from './mantine-styles.ts';

const esm = '/w/node_modules/@mantine/core/esm/components';
const sheet = '@import "@mantine/core/styles/global.css";\n@import "@mantine/core/styles/Button.css";\n';

it('finds the components that are used without their styles', () => {
  const modules = [`${esm}/Button/Button.module.mjs`, `${esm}/Rating/Rating.module.mjs`, `${esm}/Rating/Rating.mjs`];

  expect(withoutStyles(sheet, modules)).toEqual(['Rating']);
});

it('asks for no styles of what has none', () => {
  expect(withoutStyles(sheet, [`${esm}/Portal/Portal.mjs`, '/w/web/src/app/app.tsx'])).toEqual([]);
});
