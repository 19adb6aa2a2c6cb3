/** The named test servers under every policy: what a change of rules or policies does shows as a diff of this file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocuments } from '../src/cli/read-documents.ts'
import { judge } from '../src/judge.ts'
import { policies } from '../src/policy/index.ts'

/** The instant that the golden judgements are made at. */
export const goldenNow = new Date('2026-11-23T12:00:00Z')

/** Lines by server and policy; readable as a diff. */
export function goldenJudgements(): string {
  const folder = join(import.meta.dirname, '../fixtures')
  const files = ['facts', 'reports'].flatMap((kind) => readdirSync(join(folder, kind)).map((name) => `${kind}/${name}`))
  const blocks = files.toSorted().map((name) => {
    const documents = readDocuments(readFileSync(join(folder, name), 'utf8'))
    if (typeof documents === 'string') throw new Error(`${name}: ${documents}`)
    return documents.map(({ facts, target }) => {
      const lines = policies.map((policy) => {
        const serverName = target?.serverName ?? 'mail.example.com'
        const judged = judge(facts, { role: 'inbound', policy, now: goldenNow, serverName, port: target?.port ?? 443 })
        const failed = judged.findings.filter((finding) => finding.outcome === 'fail')
        const held = judged.scoreHeldBy ? ` held at ${judged.scoreHeldBy.at} by ${judged.scoreHeldBy.by}` : ''
        return [
          `  ${policy.id}`,
          `    ${judged.verdict} ${judged.score ?? '-'}${held} letter ${judged.letter?.grade ?? '-'} conforms ${judged.conforms ?? 'unknown'}`,
          `    because ${judged.because.join(', ')}`,
          ...failed.map((finding) => `    ${finding.ruleId} ${finding.severity} ${finding.cost}`),
        ].join('\n')
      })
      return `${name}\n${lines.join('\n')}\n`
    })
  })
  return blocks.flat().join('\n')
}
