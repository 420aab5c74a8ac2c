/** As AWS signs: everything but letters, digits and `-_.~` is escaped. */
export const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The path of a key: its slashes stay. */
export const pathOf = (key: string): string => `/${key.split('/').map(escaped).join('/')}`;

export const queryOf = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query)
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .join('&');
