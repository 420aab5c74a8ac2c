import type { Editor } from 'grapesjs';
import type { ComponentPluginOptions } from 'grapesjs-mjml';

/** Types whose defaults the plug-in writes into every tag: the defaults are the head's, and MJML's own. */
const TYPES = [
  'mj-body',
  'mj-button',
  'mj-column',
  'mj-divider',
  'mj-group',
  'mj-hero',
  'mj-image',
  'mj-section',
  'mj-spacer',
  'mj-text',
  'mj-wrapper',
];

/** Leaves every tag with what its author wrote in it, and nothing else. */
export const withoutDefaults = ({ Components }: Editor): void => {
  for (const type of TYPES) Components.addType(type, { model: { defaults: { 'style-default': {} } } });
};

/** Tables, which the plug-in does not know. */
export const tables = ({ Components }: Editor, { coreMjmlModel, coreMjmlView }: ComponentPluginOptions): void => {
  Components.addType('mj-table', {
    isComponent: ({ tagName }) => tagName?.toLowerCase() === 'mj-table',
    model: {
      ...coreMjmlModel,
      defaults: { draggable: '[data-gjs-type="mj-column"]', droppable: false, 'style-default': {} },
    },
    view: {
      ...coreMjmlView,
      tagName: 'tr',
      attributes: { style: 'pointer-events: all; display: table; width: 100%' },
      getMjmlTemplate: () => ({ start: '<mjml><mj-body><mj-column>', end: '</mj-column></mj-body></mjml>' }),
      getTemplateFromEl: (made: HTMLElement) => made.querySelector('tr')?.innerHTML ?? '',
      getChildrenSelector: () => 'td > table',
    },
  });
};
