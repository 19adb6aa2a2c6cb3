/**
 * Weighs the JavaScript of each page's first view, as gzip -9 of every script that its HTML asks for, without the
 * polyfills that only browsers without modules load. Fails where a page is over its budget. Needs a build.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

const build = join(import.meta.dirname, '../.next')

/** Kilobytes (1,000 bytes) that a page may ask for before anything is clicked. */
const budgets = {
  '/sign-in': 190,
  '/welcome': 190,
  '/preferences': 190,
  '/t/[tenant]': 190,
  '/t/[tenant]/endpoints': 190,
  '/t/[tenant]/endpoints/new': 190,
  '/t/[tenant]/endpoints/[id]': 210,
  '/t/[tenant]/deadlines': 190,
  '/t/[tenant]/policies': 190,
  '/t/[tenant]/policies/new': 190,
  '/t/[tenant]/people': 190,
  '/t/[tenant]/settings': 190,
  '/t/[tenant]/settings/data': 190,
  '/t/[tenant]/settings/groups': 190,
  '/t/[tenant]/settings/keys': 190,
  '/t/[tenant]/settings/roles': 190,
  '/t/[tenant]/settings/partners': 190,
  '/t/[tenant]/settings/access': 190,
  '/t/[tenant]/customers': 190,
  '/t/[tenant]/settings/sign-in': 190,
  '/t/[tenant]/settings/domains': 190,
  '/t/[tenant]/settings/audit': 190,
  '/account': 190,
  '/invitation/[token]': 190,
} as const

export interface Weight {
  readonly route: string
  readonly kilobytes: number
  readonly budget: number
}

export function weighPages(): readonly Weight[] {
  const { rootMainFiles } = readJson<{ rootMainFiles: string[] }>('build-manifest.json')
  const routes = Object.entries(readJson<Record<string, string>>('app-path-routes-manifest.json'))
  return Object.entries(budgets).map(([route, budget]) => {
    const page = routes.find(([, path]) => path === route)?.[0]
    if (page === undefined) throw new Error(`no page is built for ${route}`)
    const scripts = new Set([...rootMainFiles, ...entryScripts(page)])
    const bytes = [...scripts].reduce(
      (sum, script) => sum + gzipSync(readFileSync(join(build, script)), { level: 9 }).length,
      0,
    )
    return { route, kilobytes: bytes / 1_000, budget }
  })
}

/** Scripts of the page and of every layout, loading and error file around it. */
function entryScripts(page: string): string[] {
  const text = readFileSync(join(build, 'server/app', `${page}_client-reference-manifest.js`), 'utf8')
  const manifest: { entryJSFiles: Record<string, string[]> } = JSON.parse(
    text.slice(text.indexOf('] = ') + 4).replace(/;?\s*$/, ''),
  )
  return Object.values(manifest.entryJSFiles).flat()
}

const readJson = <Shape>(path: string): Shape => JSON.parse(readFileSync(join(build, path), 'utf8'))

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const weights = weighPages()
  for (const { route, kilobytes, budget } of weights) {
    const mark = kilobytes > budget ? '  OVER' : ''
    process.stdout.write(`${route.padEnd(32)} ${kilobytes.toFixed(1).padStart(6)} kB of ${budget}${mark}\n`)
  }
  if (weights.some(({ kilobytes, budget }) => kilobytes > budget)) process.exitCode = 1
}
