/** How a property is written down. */
export type Property =
  | { readonly name: PropertyName; readonly as: 'words' | 'size' | 'colour' | 'address' }
  | { readonly name: PropertyName; readonly as: 'choice'; readonly values: readonly Choice[] };

export type PropertyName =
  | 'align'
  | 'alt'
  | 'background-color'
  | 'border-color'
  | 'border-radius'
  | 'border-width'
  | 'color'
  | 'css-class'
  | 'font-size'
  | 'font-weight'
  | 'height'
  | 'href'
  | 'line-height'
  | 'padding'
  | 'src'
  | 'vertical-align'
  | 'width';
export type Choice = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom' | '400' | '600' | '700';

const size = (name: PropertyName): Property => ({ name, as: 'size' });
const colour = (name: PropertyName): Property => ({ name, as: 'colour' });
const align: Property = { name: 'align', as: 'choice', values: ['left', 'center', 'right'] };
const verticalAlign: Property = { name: 'vertical-align', as: 'choice', values: ['top', 'middle', 'bottom'] };
const weight: Property = { name: 'font-weight', as: 'choice', values: ['400', '600', '700'] };
const href: Property = { name: 'href', as: 'address' };
const text = [size('font-size'), weight, colour('color'), size('line-height'), align, size('padding')];

const PROPERTIES = {
  'mj-body': [size('width'), colour('background-color')],
  'mj-section': [colour('background-color'), size('padding'), size('border-radius')],
  'mj-wrapper': [colour('background-color'), size('padding')],
  'mj-group': [size('width'), verticalAlign],
  'mj-column': [size('width'), verticalAlign, colour('background-color'), size('padding'), size('border-radius')],
  'mj-text': text,
  'mj-table': text,
  'mj-button': [
    href,
    colour('background-color'),
    colour('color'),
    size('font-size'),
    weight,
    size('border-radius'),
    align,
    size('padding'),
  ],
  'mj-image': [
    { name: 'src', as: 'address' },
    { name: 'alt', as: 'words' },
    href,
    size('width'),
    size('border-radius'),
    align,
    size('padding'),
  ],
  'mj-divider': [colour('border-color'), size('border-width'), size('padding')],
  'mj-spacer': [size('height')],
  'mj-hero': [colour('background-color'), size('height'), size('padding')],
} as const satisfies Readonly<Record<string, readonly Property[]>>;

export type Kind = keyof typeof PROPERTIES;

export const isKind = (tag: string): tag is Kind => Object.hasOwn(PROPERTIES, tag);

/** What can be changed about a tag; nothing about one that is not of MJML, such as a word in bold. */
export const propertiesOf = (tag: string): readonly Property[] => (isKind(tag) ? PROPERTIES[tag] : []);
