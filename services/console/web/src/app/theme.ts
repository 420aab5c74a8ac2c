import { createTheme, type MantineColorsTuple, mergeThemeOverrides } from '@mantine/core';

/** A deep sea blue-green; white on 7 and darker has a contrast above 5 : 1. */
const sea: MantineColorsTuple = [
  '#e6f6f9',
  '#cfe9ef',
  '#a2d3df',
  '#70bccd',
  '#48a8be',
  '#2f98b0',
  '#1b7f98',
  '#0b667d',
  '#085566',
  '#063f4c',
];

const FONTS =
  'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif';

const theme = createTheme({
  colors: { sea },
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  fontFamily: FONTS,
  headings: {
    fontFamily: FONTS,
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.5rem', lineHeight: '1.3' }, h2: { fontSize: '1.125rem' }, h3: { fontSize: '1rem' } },
  },
  cursorType: 'pointer',
  autoContrast: true,
  components: {
    Modal: {
      styles: { title: { fontWeight: 650, lineHeight: 1.35 } },
      // Mantine makes a <header> of it, which is the page's banner for whoever jumps from landmark to landmark.
      defaultProps: { attributes: { header: { role: 'presentation' } } },
    },
    // The first choice gets the focus. Mantine's own place for it is none that a menu may have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // What is typed may stand beside what was chosen, even on a phone.
    MultiSelect: { styles: { inputField: { minWidth: '3rem' } } },
    TagsInput: { styles: { inputField: { minWidth: '3rem' } } },
  },
});

/** With the words that Mantine puts onto its own buttons. */
export const themeWith = ({ close }: { readonly close: string }) =>
  mergeThemeOverrides(theme, {
    components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } } },
  });
