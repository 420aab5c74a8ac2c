/**
 * How the Liquid of a campaign is read. Campaigns checks and previews a template with these options, dispatch renders a
 * recipient with the same ones, so that a mail looks as it did in the preview. Handed to `new Liquid(…)` of liquidjs,
 * whose `tags` then lose `forbiddenLiquidTags`; contracts itself does not depend on liquidjs.
 */
const plain = {
  /** A field that a recipient lacks renders empty, or its `default`: it never stops a run. */
  strictVariables: false,
  /** A misspelt filter is an author's mistake and is found when the template is saved. */
  strictFilters: true,
  /** Fields are data: nothing inherited from a prototype can be reached. */
  ownPropertyOnly: true,
  /** No file system. */
  templates: {},
  dynamicPartials: false,
  cache: false,
  /** Dates are written in UTC wherever the code runs. */
  timezoneOffset: 0,
  /** Characters of one source. */
  parseLimit: 2_000_000,
  /** Milliseconds for one rendering. */
  renderLimit: 2_000,
  /** Characters and elements that one rendering may create. */
  memoryLimit: 20_000_000,
} as const;

/** Options by part of the mail. Only HTML escapes values, unless the template says `| raw`. */
export const liquidOptions = {
  subject: plain,
  html: { ...plain, outputEscape: 'escape' },
  text: plain,
} as const;

/** Tags that would read other templates. */
export const forbiddenLiquidTags = ['include', 'render', 'layout', 'block'] as const;
