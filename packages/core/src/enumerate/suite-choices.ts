/** What a server chose from what: the memory behind "whose order counts" and "which of two does it prefer". */
export class SuiteChoices {
  readonly #all: { readonly offered: readonly number[]; readonly chosen: number }[] = []
  readonly #preferred = new Map<string, number | null>()

  add(offered: readonly number[], chosen: number): void {
    this.#all.push({ offered, chosen })
  }

  /** Whether the server always took what came first of what it accepts. One answer alone tells nothing. */
  followClient(accepted: ReadonlySet<number>): boolean {
    return this.#all.every(({ offered, chosen }) => offered.find((id) => accepted.has(id)) === chosen)
  }

  some(test: (offered: readonly number[], chosen: number) => boolean): boolean {
    return this.#all.some(({ offered, chosen }) => test(offered, chosen))
  }

  /** Of two suites the one preferred; null where the server would not say. */
  remember(left: number, right: number, preferred: number | null): number | null {
    this.#preferred.set(`${left} ${right}`, preferred)
    this.#preferred.set(`${right} ${left}`, preferred)
    return preferred
  }

  /** Undefined where it was never seen. */
  preferred(left: number, right: number): number | null | undefined {
    return this.#preferred.get(`${left} ${right}`)
  }
}
