/** The form-encoded parameters of a request to the query API. */
export class Form {
  readonly #values: URLSearchParams;

  constructor(body: string) {
    this.#values = new URLSearchParams(body);
  }

  text(name: string): string | undefined {
    return this.#values.get(name) ?? undefined;
  }

  /** `name.member.1`, `name.member.2`, … */
  list(name: string): readonly string[] {
    return this.#members(name, '').map((key) => this.#values.get(key) ?? '');
  }

  /** `name.member.1.Name`, `name.member.1.Value`, … */
  pairs(name: string): readonly { readonly name: string; readonly value: string }[] {
    return this.#members(name, '.Name').map((key) => ({
      name: this.#values.get(key) ?? '',
      value: this.#values.get(key.replace(/Name$/, 'Value')) ?? '',
    }));
  }

  #members(name: string, suffix: string): readonly string[] {
    const keys: string[] = [];
    for (let n = 1; this.#values.has(`${name}.member.${n}${suffix}`); n += 1) keys.push(`${name}.member.${n}${suffix}`);
    return keys;
  }
}
