export const BLOCKS = ['one', 'two', 'three', 'text', 'button', 'image', 'divider', 'spacer'] as const;
export type BlockName = (typeof BLOCKS)[number];

interface Words {
  readonly text: string;
  readonly button: string;
  readonly picture: string;
}

const column = (text: string): string => `<mj-column><mj-text>${text}</mj-text></mj-column>`;
const section = (inside: string): string => `<mj-section padding="16px 0">${inside}</mj-section>`;

/** What comes into a mail, in MJML. */
export const blockCode = (name: BlockName, { text, button, picture }: Words): string => {
  switch (name) {
    case 'one':
      return section(column(text));
    case 'two':
      return section(column(text).repeat(2));
    case 'three':
      return section(column(text).repeat(3));
    case 'text':
      return `<mj-text>${text}</mj-text>`;
    case 'button':
      return `<mj-button href="https://example.com">${button}</mj-button>`;
    case 'image':
      return `<mj-image src="${picture}" alt=""></mj-image>`;
    case 'divider':
      return '<mj-divider></mj-divider>';
    case 'spacer':
      return '<mj-spacer height="20px"></mj-spacer>';
  }
};

/** A section stands in the mail itself; everything else in a column. */
export const isSection = (name: BlockName): boolean => name === 'one' || name === 'two' || name === 'three';
