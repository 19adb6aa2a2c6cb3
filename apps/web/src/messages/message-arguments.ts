/**
 * Names of the arguments and tags of an ICU message, sorted: `name`, `count:plural`, `total:number`, `<code`.
 * Written for the checks of the catalogue; the portal itself never parses a message this way.
 */
export function argumentsOf(message: string): string[] {
  const found = new Map<string, string>()
  const note = (name: string, type: string | undefined) => {
    const known = found.get(name)
    if (known === undefined || type) found.set(name, type ? `${name}:${type}` : (known ?? name))
  }
  collect(message, note)
  for (const [, tag = ''] of message.matchAll(/<(\w+)>/g)) found.set(`<${tag}`, `<${tag}`)
  return [...found.values()].sort()
}

type Note = (name: string, type: string | undefined) => void

/** Text outside braces is skipped; each outermost pair of braces is one argument. */
function collect(text: string, note: Note): void {
  for (const inner of braced(text)) {
    const [, name = '', type, rest = ''] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?(?:,(.*))?$/s.exec(inner) ?? []
    if (name) note(name, type)
    if (type === 'plural' || type === 'select' || type === 'selectordinal') {
      for (const branch of braced(rest)) collect(branch, note)
    }
  }
}

function braced(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{' && depth++ === 0) from = at + 1
    if (text[at] === '}' && --depth === 0) found.push(text.slice(from, at))
  }
  return found
}
