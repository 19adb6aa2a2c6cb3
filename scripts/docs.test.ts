import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

import { root } from './start/settings.ts'

const skipped = new Set(['node_modules', '.next', '.data', '.git', 'gen', '.turbo', '.playwright', 'fixtures'])

function pagesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return pagesBelow(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}

const pages = pagesBelow(root).map((path) => ({
  name: relative(root, path),
  folder: dirname(path),
  text: readFileSync(path, 'utf8'),
}))
const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts)
const pnpmOwn = new Set(['install', 'add', 'exec', 'approve-builds'])

describe.each(pages)('$name', ({ folder, text }) => {
  it('links only to what exists', () => {
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, link]) => link as string)
    expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([])
  })

  it('names only scripts that exist', () => {
    const commands = [...text.matchAll(/(?:npx -y pnpm@[\d.]+|`pnpm) (?!--)([a-z][\w:-]*)/g)].map(
      ([, name]) => name as string,
    )
    expect(commands.filter((name) => !scripts.includes(name) && !pnpmOwn.has(name))).toEqual([])
  })
})
