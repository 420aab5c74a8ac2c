const BOX = ['padding', 'css-class', 'background-color'] as const;
const TYPE = ['color', 'font-family', 'font-size', 'font-weight', 'line-height', 'align'] as const;

const attributes = (...names: readonly string[]) => ({ attrs: Object.fromEntries(names.map((name) => [name, null])) });

/** The tags of MJML that people write by hand, with what can be said of each: for completion. */
export const MJML_TAGS = {
  mjml: attributes('lang'),
  'mj-head': attributes(),
  'mj-body': attributes('width', ...BOX),
  'mj-title': attributes(),
  'mj-preview': attributes(),
  'mj-style': attributes('inline'),
  'mj-attributes': attributes(),
  'mj-all': attributes(...TYPE),
  'mj-class': attributes('name'),
  'mj-section': attributes('full-width', 'background-url', 'border-radius', ...BOX),
  'mj-wrapper': attributes(...BOX),
  'mj-group': attributes('width', ...BOX),
  'mj-column': attributes('width', 'vertical-align', 'border-radius', ...BOX),
  'mj-text': attributes(...TYPE, ...BOX),
  'mj-image': attributes('src', 'alt', 'href', 'width', 'border-radius', 'fluid-on-mobile', ...BOX),
  'mj-button': attributes('href', 'border-radius', 'inner-padding', ...TYPE, ...BOX),
  'mj-divider': attributes('border-color', 'border-width', 'border-style', ...BOX),
  'mj-spacer': attributes('height', ...BOX),
  'mj-table': attributes('role', ...TYPE, ...BOX),
  'mj-hero': attributes('mode', 'height', 'background-url', ...BOX),
  'mj-social': attributes('mode', 'icon-size', ...BOX),
  'mj-social-element': attributes('name', 'href', 'src', 'alt'),
  'mj-raw': attributes(),
};
