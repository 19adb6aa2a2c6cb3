/**
 * Names for prepared statements: the server then plans a query once per connection instead of every time. Only the first
 * `most` texts get one, because a list of ids makes a new text for each length and the server keeps all it is given.
 */
export function statementNames(most = 300): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= most) return unnamed
    const name = `s${names.size}`
    names.set(sql, name)
    return name
  }
}

const unnamed = ''
